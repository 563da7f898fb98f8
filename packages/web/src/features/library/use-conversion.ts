import { onScopeDispose, shallowReadonly, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useApi } from '@/graphql/api'
import { ApiError, toApiErrorFromEntry, UNREACHABLE } from '@/graphql/api-error'
import {
  ConversionChoicesDocument,
  ConvertDocumentDocument,
  FolderRoleDocument,
} from '@/graphql/generated/graphql'
import { nameOf, stemLength, type DocumentNode } from './node'
import { canChange } from './node-rights'

interface Choices {
  formats: readonly string[]
  downloadUrl: string
  folderName: string
  mayKeep: boolean
}

/** Offers a document in other formats: to download, or as a copy beside it. */
export function useConversion(node: DocumentNode) {
  const { t } = useI18n()
  const api = useApi()
  const choices = shallowRef<Choices>()
  const leaving = new AbortController()
  onScopeDispose(() => {
    leaving.abort()
  })

  async function load(): Promise<void> {
    const { root, document } = await api.query(ConversionChoicesDocument, { id: node.id })
    const { folder } = await api.query(FolderRoleDocument, { id: document.folder.id })
    const { conversions: formats, downloadUrl } = document
    const folderName = document.folder.id === root.id ? t('library.title') : document.folder.name
    choices.value = { formats, downloadUrl, folderName, mayKeep: canChange(folder.role) }
  }

  /** Saves the document in another format where the browser keeps downloads; nothing when nobody waits any more. */
  async function download(fileType: string): Promise<void> {
    const address = `${choices.value?.downloadUrl ?? ''}?as=${fileType}`
    const file = await fetchFile(address, leaving.signal)
    const name = nameOf(node)
    if (!leaving.signal.aborted) saveFile(file, `${name.slice(0, stemLength(name))}.${fileType}`)
  }

  /** Makes a document of another type beside this one, and gives it. */
  async function keep(fileType: string) {
    const input = { documentId: node.id, fileType }
    return (await api.mutate(ConvertDocumentDocument, { input })).convertDocument
  }

  return { choices: shallowReadonly(choices), load, download, keep }
}

async function fetchFile(address: string, signal: AbortSignal): Promise<Blob> {
  try {
    const response = await fetch(address, { signal, headers: { accept: 'application/json, */*' } })
    if (response.ok) return await response.blob()
    const { code, message, details } = (await response.json()) as Record<string, unknown>
    throw toApiErrorFromEntry({ message: String(message), extensions: { code, details } })
  } catch (cause) {
    if (cause instanceof ApiError) throw cause
    throw new ApiError(UNREACHABLE, 'The portal does not answer.', {}, { cause })
  }
}

function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser has taken the file once the click is through.
  setTimeout(() => {
    URL.revokeObjectURL(link.href)
  })
}
