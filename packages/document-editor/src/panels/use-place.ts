import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useEditor } from '../editor-context'

/** The page or slide that is seen, in words; empty in sheets, whose tabs say it. */
export function usePlace() {
  const { session, view } = useEditor()
  const { state } = session
  const { t } = useI18n()
  return computed(() => {
    const page = view.pageNumber.value
    if (state.documentType === 'word')
      return t('status.page', { page, pages: Math.max(1, state.pages.length) })
    return state.documentType === 'slide' ? t('status.slide', { page, pages: state.parts.length }) : ''
  })
}
