import { watch } from 'vue'
import { useViewerStore } from '@/features/auth'
import { findLanguage } from '@/locales'
import { useLanguage } from '@/ui/use-language'
import { useProfile } from './use-profile'

/** Brings page and profile to one language when somebody signs in. */
export function useViewerLanguage(): void {
  const viewer = useViewerStore()
  const profile = useProfile()
  const { locale, show } = useLanguage()

  watch(
    () => viewer.current?.id,
    async () => {
      const shown = findLanguage(locale.value)
      const chosen = findLanguage(viewer.current?.language)
      if (!viewer.current || shown === chosen) return
      if (chosen) await show(chosen)
      // Nothing was chosen yet: it is the language in which somebody signed in. The profile only tells the editor; a
      // failure costs nothing that the next sign-in does not repair.
      else await profile.update({ language: shown }).catch(() => undefined)
    },
    { immediate: true },
  )
}
