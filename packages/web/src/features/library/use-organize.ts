import { useToast } from '@nuxt/ui/composables/useToast'
import { useI18n } from 'vue-i18n'
import { useApi } from '@/graphql/api'
import { codeOf } from '@/graphql/api-error'
import {
  CopyNodesDocument,
  DeleteNodesDocument,
  MoveNodesDocument,
  RestoreNodesDocument,
  SetFavouriteDocument,
} from '@/graphql/generated/graphql'
import { useProblemText } from '@/ui/use-problem-text'
import { nameOf, type Node } from './node'
import { useLibraryDialogs } from './use-library-dialogs'

/** A folder to put something into. */
export interface Target {
  id: string
  name: string
}

/** As many as the portal takes in one request. */
const partSize = 500

async function inParts(ids: readonly string[], send: (part: string[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < ids.length; start += partSize) await send(ids.slice(start, start + partSize))
}

/** Moves, copies and deletes at once, says so in a toast, and takes it back from there. */
export function useOrganize(onChanged: () => Promise<void> | void) {
  const { t } = useI18n()
  const api = useApi()
  const toast = useToast()
  const dialogs = useLibraryDialogs()
  const problemText = useProblemText()

  const said = (nodes: readonly Node[]) => ({
    count: nodes.length,
    name: nodes[0] ? nameOf(nodes[0]) : '',
  })
  const idsOf = (nodes: readonly Node[]) => nodes.map(({ id }) => id)

  function tellFailure(title: string, error: unknown) {
    toast.add({ title, description: problemText(error), color: 'error', icon: 'i-lucide-circle-x' })
  }

  async function attempt(failure: string, action: () => Promise<unknown>): Promise<boolean> {
    try {
      await action()
      return true
    } catch (error) {
      toast.add({
        title: failure,
        description: problemText(error),
        color: 'error',
        icon: 'i-lucide-circle-x',
      })
      return false
    } finally {
      await onChanged()
    }
  }

  function tell(title: string, icon: string, undo?: () => Promise<unknown>) {
    const label = t('common.undo')
    const onClick = () => void (undo && attempt(t('library.undoFailed'), undo))
    toast.add({ title, icon, duration: 10_000, actions: undo ? [{ label, onClick }] : [] })
  }

  async function remove(nodes: readonly Node[], { evenIfEdited = false } = {}): Promise<void> {
    const ids = idsOf(nodes)
    await inParts(ids, (part) => api.mutate(DeleteNodesDocument, { input: { ids: part, evenIfEdited } }))
    tell(t('library.deleted', said(nodes), nodes.length), 'i-lucide-trash-2', () =>
      inParts(ids, (part) => api.mutate(RestoreNodesDocument, { ids: part })),
    )
    await onChanged()
  }

  return {
    async setFavourite({ id: nodeId }: Node, isFavourite: boolean): Promise<void> {
      await attempt(t('collections.markFailed'), () =>
        api.mutate(SetFavouriteDocument, { input: { nodeId, isFavourite } }),
      )
    },

    remove,

    /** Deletes, and asks first when somebody is editing. */
    async removeOrAsk(nodes: readonly Node[]): Promise<void> {
      try {
        await remove(nodes)
      } catch (error) {
        if (codeOf(error) === 'BEING_EDITED') dialogs.removeEdited(nodes, problemText(error))
        else tellFailure(t('library.deleteSomeFailed', said(nodes), nodes.length), error)
      }
    },

    /** Without `from`, as when they lie in different folders, it cannot be taken back at once. */
    async move(nodes: readonly Node[], from: Target | undefined, to: Target): Promise<void> {
      const ids = idsOf(nodes)
      const values = { ...said(nodes), target: to.name }
      const into = (folderId: string) =>
        inParts(ids, (part) => api.mutate(MoveNodesDocument, { input: { ids: part, folderId } }))
      if (await attempt(t('library.moveFailed', values, nodes.length), () => into(to.id)))
        tell(t('library.moved', values, nodes.length), 'i-lucide-folder-input', from && (() => into(from.id)))
    },

    async copy(nodes: readonly Node[], to: Target): Promise<void> {
      const values = { ...said(nodes), target: to.name }
      const made: string[] = []
      const done = await attempt(t('library.copyFailed', values, nodes.length), async () => {
        await inParts(idsOf(nodes), async (part) => {
          const input = { ids: part, folderId: to.id }
          const { copyNodes } = await api.mutate(CopyNodesDocument, { input })
          made.push(...copyNodes.map(({ id }) => id))
        })
      })
      if (done)
        tell(t('library.copiedTo', values, nodes.length), 'i-lucide-copy', () =>
          inParts(made, (part) => api.mutate(DeleteNodesDocument, { input: { ids: part } })),
        )
    },
  }
}
export type Organize = ReturnType<typeof useOrganize>
