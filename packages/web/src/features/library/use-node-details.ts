import { computed, shallowReadonly, shallowRef } from 'vue'
import { useApi } from '@/graphql/api'
import {
  DocumentDetailsDocument,
  FolderDetailsDocument,
  type DocumentDetailsQuery,
  type FolderDetailsQuery,
} from '@/graphql/generated/graphql'
import { useLive } from '@/graphql/use-live'
import { isDocument, type Node } from './node'

/** Keeps all that is known of one document or folder. */
export function useNodeDetails(node: Node) {
  const api = useApi()
  const document = shallowRef<DocumentDetailsQuery['document']>()
  const folder = shallowRef<FolderDetailsQuery['folder']>()
  const error = shallowRef<unknown>()

  async function load(): Promise<void> {
    try {
      if (isDocument(node))
        document.value = (await api.query(DocumentDetailsDocument, { id: node.id })).document
      else folder.value = (await api.query(FolderDetailsDocument, { id: node.id })).folder
      error.value = undefined
    } catch (cause) {
      error.value = cause
    }
  }

  useLive([node.id], load)
  return {
    document: shallowReadonly(document),
    folder: shallowReadonly(folder),
    /** What both have. */
    either: computed(() => document.value ?? folder.value),
    error: shallowReadonly(error),
    load,
  }
}
