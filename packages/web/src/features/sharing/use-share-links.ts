import { shallowReadonly, shallowRef } from 'vue'
import { useApi } from '@/graphql/api'
import {
  CreateShareLinkDocument,
  DeleteShareLinkDocument,
  ShareLinksDocument,
  type CreateShareLinkInput,
  type ShareLinkRowFragment,
} from '@/graphql/generated/graphql'
import { readAll } from '@/graphql/read-all'

/** Lists, makes and deletes the links that share one folder or document. */
export function useShareLinks(nodeId: string) {
  const api = useApi()
  const links = shallowRef<readonly ShareLinkRowFragment[]>()
  const error = shallowRef<unknown>()

  async function load(): Promise<void> {
    error.value = undefined
    try {
      links.value = await readAll(
        async (after) => (await api.query(ShareLinksDocument, { nodeId, after })).shareLinks,
      )
    } catch (cause) {
      error.value = cause
    }
  }

  return {
    links: shallowReadonly(links),
    error: shallowReadonly(error),
    load,
    async create(terms: Omit<CreateShareLinkInput, 'nodeId'>): Promise<string> {
      const { createShareLink } = await api.mutate(CreateShareLinkDocument, { input: { nodeId, ...terms } })
      links.value = [createShareLink.link, ...(links.value ?? [])]
      return createShareLink.url
    },
    async remove(id: string): Promise<void> {
      await api.mutate(DeleteShareLinkDocument, { id })
      links.value = links.value?.filter((link) => link.id !== id)
    },
  }
}
