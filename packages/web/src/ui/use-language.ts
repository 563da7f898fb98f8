import { useI18n } from 'vue-i18n'
import { showLanguage, type LanguageCode } from '@/locales'

/** Changes the language of the page. */
export function useLanguage() {
  const i18n = useI18n({ useScope: 'global' })
  return {
    locale: i18n.locale,
    show: (code: LanguageCode) => showLanguage(i18n, code),
  }
}
