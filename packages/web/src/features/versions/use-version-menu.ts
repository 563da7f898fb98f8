import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import type { VersionRowFragment } from '@/graphql/generated/graphql'

interface VersionMenuContext {
  documentId: string
  version: VersionRowFragment
  /** The version before this one, when there is one. */
  previousId: string | undefined
  currentId: string
  mayEdit: boolean
  mayDelete: boolean
}

interface VersionMenuActions {
  name: () => void
  remove: () => void
  mark: (marks: { name?: string; isPinned?: boolean }) => void
}

/** Builds the menu of a version: only what there is to do with it. */
export function useVersionMenu(context: MaybeRefOrGetter<VersionMenuContext>, actions: VersionMenuActions) {
  const { t } = useI18n()

  function compareItem(documentId: string, label: string, from: string, to: string) {
    const route = { name: 'compare-versions', params: { id: documentId }, query: { from, to } }
    return { label, icon: 'i-lucide-diff', to: route }
  }

  function marksOf({ name, isPinned }: VersionRowFragment) {
    const setName = { label: t(name ? 'versions.rename' : 'versions.giveName'), icon: 'i-lucide-tag' }
    const pin = { label: t(isPinned ? 'versions.unpin' : 'versions.pin'), icon: 'i-lucide-pin' }
    const clear = { label: t('versions.removeName'), icon: 'i-lucide-tag' }
    return [
      { ...setName, onSelect: actions.name },
      ...(name
        ? [
            {
              ...clear,
              onSelect: () => {
                actions.mark({ name: '' })
              },
            },
          ]
        : []),
      {
        ...pin,
        onSelect: () => {
          actions.mark({ isPinned: !isPinned })
        },
      },
    ]
  }

  return computed(() => {
    const { documentId, version, previousId, currentId, mayEdit, mayDelete } = toValue(context)
    const isCurrent = version.id === currentId
    const view = {
      label: t('versions.view'),
      icon: 'i-lucide-eye',
      to: { name: 'document', params: { id: documentId }, query: isCurrent ? {} : { version: version.id } },
    }
    const compares = [
      ...(previousId
        ? [compareItem(documentId, t('versions.compareWithPrevious'), previousId, version.id)]
        : []),
      ...(isCurrent
        ? []
        : [compareItem(documentId, t('versions.compareWithCurrent'), version.id, currentId)]),
    ]
    const download = {
      label: t('library.download'),
      icon: 'i-lucide-download',
      to: version.downloadUrl,
      external: true,
      target: '_self' as const,
      download: '',
    }
    const remove = {
      label: t('versions.remove'),
      icon: 'i-lucide-trash-2',
      color: 'error' as const,
      onSelect: actions.remove,
    }
    const groups = [[view, ...compares, download], mayEdit ? marksOf(version) : [], mayDelete ? [remove] : []]
    return groups.filter(({ length }) => length > 0)
  })
}
