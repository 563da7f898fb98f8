import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import { isDocument, routeOf, type Node } from './node'
import type { NodeRights } from './node-rights'

/** What the menu's items do, by name. */
export type NodeMenuActions = Record<'rename' | 'delete' | 'share' | 'versions', () => void>

/** Builds the menu of one row: only what the person may do. */
export function useNodeMenu(
  node: MaybeRefOrGetter<Node>,
  rights: MaybeRefOrGetter<NodeRights>,
  actions: NodeMenuActions,
) {
  const { t } = useI18n()

  return computed(() => {
    const current = toValue(node)
    const route = routeOf(current)
    const open = { label: t('common.open'), icon: 'i-lucide-square-arrow-out-up-right', to: route }
    const share = {
      label: t('library.share'),
      icon: 'i-lucide-user-plus',
      onSelect: actions.share,
    }
    const rename = {
      label: t('library.rename'),
      icon: 'i-lucide-pencil',
      kbds: ['F2'],
      onSelect: actions.rename,
    }
    const remove = {
      label: t('common.delete'),
      icon: 'i-lucide-trash-2',
      color: 'error' as const,
      onSelect: actions.delete,
    }
    const view = {
      label: t('library.view'),
      icon: 'i-lucide-eye',
      to: { ...route, query: { mode: 'view' } },
    }
    const versions = {
      label: t('library.versions'),
      icon: 'i-lucide-history',
      onSelect: actions.versions,
    }
    const may = toValue(rights)
    const sharing = may.share ? [share] : []
    return [
      isDocument(current) ? [open, view] : [open],
      isDocument(current)
        ? [...sharing, versions, downloadItem(t('library.download'), current.downloadUrl)]
        : sharing,
      [...(may.rename ? [rename] : []), ...(may.delete ? [remove] : [])],
    ].filter((group) => group.length > 0)
  })
}

function downloadItem(label: string, url: string) {
  return { label, icon: 'i-lucide-download', to: url, external: true, target: '_self' as const, download: '' }
}
