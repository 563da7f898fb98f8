import { useToast } from '@nuxt/ui/composables/useToast'
import type { RequestSaveAsEvent } from '@onlyoffice/doceditor-types'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import { useApi } from '@/graphql/api'
import { SaveEditorCopyDocument } from '@/graphql/generated/graphql'
import { useProblemText } from '@/ui/use-problem-text'

/** Keeps the copies that people make in the editor as documents, and says where they are. */
export function useSaveCopy(documentId: MaybeRefOrGetter<string>) {
  const api = useApi()
  const toast = useToast()
  const { t } = useI18n()
  const problemText = useProblemText()

  async function save(copy: { url: string; fileType: string; title: string }): Promise<void> {
    try {
      const input = { documentId: toValue(documentId), ...copy }
      const { id, title, folder } = (await api.mutate(SaveEditorCopyDocument, { input })).saveEditorCopy
      // In a tab of its own: the first document stays open.
      const open = { label: t('common.open'), to: { name: 'document', params: { id } }, target: '_blank' }
      const kept = t('editing.copySaved', { name: title, folder: folder.name })
      toast.add({ title: kept, icon: 'i-lucide-copy-plus', duration: 10_000, actions: [open] })
    } catch (error) {
      toast.add({ title: t('editing.copyFailed'), description: problemText(error), color: 'error' })
    }
  }

  return {
    onRequestSaveAs({ data }: RequestSaveAsEvent) {
      if (data?.url && data.fileType)
        void save({ url: data.url, fileType: data.fileType, title: data.title ?? '' })
    },
  }
}
