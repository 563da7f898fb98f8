import type {
  RefreshHistoryOptions,
  RequestHistoryDataEvent,
  RequestRestoreEvent,
  SetHistoryDataOptions,
} from '@onlyoffice/doceditor-types'
import { useToast } from '@nuxt/ui/composables/useToast'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import { useApi } from '@/graphql/api'
import {
  EditorHistoryDataDocument,
  EditorHistoryDocument,
  RestoreVersionDocument,
} from '@/graphql/generated/graphql'
import { readVersions } from '@/features/versions'
import { useProblemText } from '@/ui/use-problem-text'
import { localTimeOf } from './local-time'

/** What an editor is told about versions. */
interface HistoryEditor {
  showHistory: (list: RefreshHistoryOptions) => void
  showVersion: (version: SetHistoryDataOptions) => void
}

/** Answers the editor's questions about earlier versions, and brings them back. */
export function useHistory(
  documentId: MaybeRefOrGetter<string>,
  { editor, reopen }: { editor: () => HistoryEditor; reopen: () => Promise<void> },
) {
  const api = useApi()
  const toast = useToast()
  const { t, locale } = useI18n()
  const problemText = useProblemText()

  async function list(): Promise<void> {
    try {
      const variables = { documentId: toValue(documentId) }
      // The API gives it in the editor's own words.
      const answer = (await api.query(EditorHistoryDocument, variables))
        .editorHistory as RefreshHistoryOptions
      const history = answer.history?.map((version) => ({
        ...version,
        created: localTimeOf(version.created, locale.value),
      }))
      editor().showHistory({ ...answer, ...(history && { history }) })
    } catch (error) {
      editor().showHistory({ error: problemText(error) })
    }
  }

  async function show(number: number): Promise<void> {
    try {
      const variables = { documentId: toValue(documentId), number }
      const answer = (await api.query(EditorHistoryDataDocument, variables)).editorHistoryData
      editor().showVersion(answer as unknown as SetHistoryDataOptions)
    } catch (error) {
      editor().showVersion({ version: number, error: problemText(error) })
    }
  }

  async function restore(number: number): Promise<void> {
    const id = toValue(documentId)
    try {
      const document = await readVersions(api, id)
      const version = document?.versions.find((candidate) => candidate.number === number)
      if (!version) throw new Error(`The document has no version ${number}.`)
      await api.mutate(RestoreVersionDocument, { input: { documentId: id, versionId: version.id } })
      toast.add({ title: t('versions.restored', { number }), icon: 'i-lucide-check' })
      await list()
    } catch (error) {
      toast.add({ title: t('versions.restoreFailed'), description: problemText(error), color: 'error' })
    }
  }

  return {
    looking: {
      onRequestHistory: () => void list(),
      onRequestHistoryData({ data }: RequestHistoryDataEvent) {
        if (data !== undefined) void show(data)
      },
      // The editor has let go of the document; it starts anew.
      onRequestHistoryClose: () => void reopen(),
    },
    restoring: {
      onRequestRestore({ data }: RequestRestoreEvent) {
        if (data?.version !== undefined) void restore(data.version)
      },
    },
  }
}
