import { createI18n } from 'vue-i18n'
import { en } from './en'
import { zhCn } from './zh-cn'

/** The page's language for a language tag of the portal: Chinese for each `zh`, English else. */
export function localeFor(lang: string): 'en' | 'zh-CN' {
  return /^zh\b/i.test(lang) ? 'zh-CN' : 'en'
}

/** Texts of the page in a language. */
export function createTexts(lang: string) {
  return createI18n({
    legacy: false,
    locale: localeFor(lang),
    fallbackLocale: 'en',
    messages: { en, 'zh-CN': zhCn },
  })
}
