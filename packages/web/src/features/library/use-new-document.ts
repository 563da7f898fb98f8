import { useToast } from '@nuxt/ui/composables/useToast'
import { shallowReadonly, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { useViewerStore } from '@/features/auth'
import { useApi } from '@/graphql/api'
import { CreateDocumentDocument } from '@/graphql/generated/graphql'
import { useProblemText } from '@/ui/use-problem-text'
import type { NewKind } from './use-library-dialogs'

const fileTypes = { word: 'docx', cell: 'xlsx', slide: 'pptx' } as const
const names = {
  word: 'library.defaultWord',
  cell: 'library.defaultCell',
  slide: 'library.defaultSlide',
} as const

/** Makes an empty document under a name that is free, and opens it at once; its name is changed there. */
export function useNewDocument() {
  const { t } = useI18n()
  const api = useApi()
  const router = useRouter()
  const toast = useToast()
  const problemText = useProblemText()
  const viewer = useViewerStore()
  const isCreating = shallowRef(false)

  async function create(kind: Exclude<NewKind, 'folder'>, folderId: string): Promise<void> {
    if (isCreating.value) return
    isCreating.value = true
    const title = t(names[kind])
    try {
      const input = { folderId, title, fileType: fileTypes[kind] }
      const { createDocument } = await api.mutate(CreateDocumentDocument, { input })
      await router.push({ name: 'document', params: { id: createDocument.id }, query: viewer.editQuery })
    } catch (error) {
      toast.add({
        title: t('library.createFailed', { name: title }),
        description: problemText(error),
        color: 'error',
        icon: 'i-lucide-circle-x',
      })
    } finally {
      isCreating.value = false
    }
  }

  return { isCreating: shallowReadonly(isCreating), create }
}
