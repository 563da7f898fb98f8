import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter, type RouteLocationRaw } from 'vue-router'
import { useViewerStore } from '@/features/auth'
import { useCommandsStore } from '@/ui/commands-store'
import { accountPlace, administratorPlaces, groupsPlace, libraryPlaces, spacesPlace } from '@/ui/places'
import { useFormat } from '@/ui/use-format'
import type { Hit } from './use-search'

type FoundDocument = Extract<Hit, { __typename?: 'Document' }>
type DocumentKind = FoundDocument['documentType']

/** A row of the search: what it shows, and what happens when it is chosen. */
export interface PaletteRow {
  id: string
  name: string
  hint: string
  /** Of a document or folder; other rows have an icon of their own. */
  kind?: DocumentKind | 'folder'
  icon?: string
  excerpt: NonNullable<FoundDocument['excerpt']>
  run: () => void
}

interface PaletteOptions {
  text: Readonly<Ref<string>>
  hits: Readonly<Ref<readonly Hit[]>>
  hasMore: Readonly<Ref<boolean>>
  loadMore: () => Promise<unknown>
  close: () => void
}

/** Gives the rows of the search: what was found, then the places and commands whose names hold the words. */
export function usePalette({ text, hits, hasMore, loadMore, close }: PaletteOptions) {
  const { t } = useI18n()
  const router = useRouter()
  const viewer = useViewerStore()
  const commands = useCommandsStore()
  const { relative } = useFormat()

  function closing(act: () => unknown) {
    return () => {
      close()
      void act()
    }
  }

  function foundRow(hit: Hit): PaletteRow {
    const to: RouteLocationRaw = { name: 'title' in hit ? 'document' : 'folder', params: { id: hit.id } }
    const run = closing(() => router.push(to))
    const changed = relative(hit.updatedAt)
    if (!('title' in hit))
      return { id: hit.id, name: hit.name, kind: 'folder', excerpt: [], hint: changed, run }
    const hint = `${hit.folder.name} · ${hit.owner.name} · ${changed}`
    return { id: hit.id, name: hit.title, kind: hit.documentType, excerpt: hit.excerpt ?? [], hint, run }
  }

  /** As a row, so that arrows and Enter reach it. */
  const moreRow = (): PaletteRow => ({
    ...{ id: 'more', name: t('library.loadMore'), hint: '', icon: 'i-lucide-chevron-down', excerpt: [] },
    run: () => void loadMore(),
  })

  const places = computed(() =>
    [
      ...libraryPlaces,
      spacesPlace,
      accountPlace,
      ...(viewer.current?.isAdministrator ? [...administratorPlaces, groupsPlace] : []),
    ].map(({ name, icon, label }): PaletteRow => {
      const run = closing(() => router.push({ name }))
      return { id: `place-${name}`, name: t(label), hint: t('search.place'), icon, excerpt: [], run }
    }),
  )

  const actions = computed(() =>
    commands.all.map(({ id, label, icon, run }): PaletteRow => {
      const hint = t('search.command')
      return { id: `command-${id}`, name: label, hint, icon, excerpt: [], run: closing(run) }
    }),
  )

  const words = computed(() => text.value.toLowerCase().split(/\s+/).filter(Boolean))
  const isMeant = ({ name }: PaletteRow) => words.value.every((word) => name.toLowerCase().includes(word))

  return computed(() => [
    ...hits.value.map(foundRow),
    ...(hasMore.value ? [moreRow()] : []),
    ...[...places.value, ...actions.value].filter(isMeant),
  ])
}
