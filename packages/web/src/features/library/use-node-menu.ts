import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import { isDocument, routeOf, type DocumentNode, type Node } from './node'
import type { NodeAction } from './node-action'
import type { NodeRights } from './node-rights'

type Act = (action: NodeAction, nodes: readonly Node[]) => void

/** Builds the menu of one row or of several chosen ones: only what the person may do with all of them. */
export function useNodeMenu(
  nodes: MaybeRefOrGetter<readonly Node[]>,
  rightsOf: (node: Node) => NodeRights,
  act: Act,
) {
  const { t } = useI18n()

  function item(
    action: NodeAction,
    label: string,
    icon: string,
    more: { kbds?: string[]; color?: 'error' } = {},
  ) {
    const onSelect = () => {
      act(action, toValue(nodes))
    }
    return { label, icon, ...more, onSelect }
  }

  function ofOne(node: Node) {
    const route = routeOf(node)
    const open = { label: t('common.open'), icon: 'i-lucide-square-arrow-out-up-right', to: route }
    const view = { label: t('library.view'), icon: 'i-lucide-eye', to: { ...route, query: { mode: 'view' } } }
    const share = rightsOf(node).share ? [item('share', t('library.share'), 'i-lucide-user-plus')] : []
    const rename = rightsOf(node).rename
      ? [item('rename', t('library.rename'), 'i-lucide-pencil', { kbds: ['F2'] })]
      : []
    const favourite = node.isFavourite
      ? item('favourite', t('collections.unmark'), 'i-lucide-star-off')
      : item('favourite', t('collections.mark'), 'i-lucide-star')
    const details = item('details', t('details.title'), 'i-lucide-info')
    if (!isDocument(node)) return { open: [open], about: [...share, favourite, details], rename }
    const versions = item('versions', t('library.versions'), 'i-lucide-history')
    const convert = isConvertible(node) ? [item('convert', t('convert.action'), 'i-lucide-file-output')] : []
    return {
      open: [open, view],
      about: [
        ...share,
        favourite,
        versions,
        details,
        downloadItem(t('library.download'), node.downloadUrl),
        ...convert,
      ],
      rename,
    }
  }

  return computed(() => {
    const current = toValue(nodes)
    const [first] = current
    if (!first) return []
    const one = current.length === 1 ? ofOne(first) : { open: [], about: [], rename: [] }
    const mayMove = current.every((node) => rightsOf(node).move)
    const mayDelete = current.every((node) => rightsOf(node).delete)
    const move = item('move', t('library.move'), 'i-lucide-folder-input')
    const copy = item('copyTo', t('library.copyTo'), 'i-lucide-copy')
    const remove = item('delete', t('common.delete'), 'i-lucide-trash-2', {
      color: 'error',
      kbds: ['delete'],
    })
    return [
      one.open,
      one.about,
      current.length > 1 || !isDocument(first)
        ? [downloadItem(t('library.downloadAll'), archiveOf(current))]
        : [],
      [...one.rename, ...(mayMove ? [move] : []), copy],
      mayDelete ? [remove] : [],
    ].filter((group) => group.length > 0)
  })
}

function isConvertible({ documentType }: DocumentNode): boolean {
  return documentType !== 'PDF' && documentType !== 'DIAGRAM'
}

/** The address of all of them in one archive. */
export function archiveOf(nodes: readonly Node[]): string {
  return `/download?ids=${nodes.map(({ id }) => id).join(',')}`
}

function downloadItem(label: string, url: string) {
  return { label, icon: 'i-lucide-download', to: url, external: true, target: '_self' as const, download: '' }
}
