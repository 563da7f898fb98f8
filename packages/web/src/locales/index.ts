import { createI18n } from 'vue-i18n'
import { compileMessage } from './compile-message'
import { en } from './en'

/** The shape that every language fills completely. */
export type Messages = Widen<typeof en>
type Widen<T> = { [K in keyof T]: T[K] extends string ? string : Widen<T[K]> }

declare module 'vue-i18n' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- vue-i18n is told its keys this way
  export interface DefineLocaleMessage extends Messages {}
}

/** The languages of the portal, by the names that their readers know them by. */
export const languages = [
  { code: 'en', name: 'English' },
  { code: 'zh', name: '简体中文' },
] as const
export type LanguageCode = (typeof languages)[number]['code']

const storageKey = 'lectern-language'

/** Finds the portal's language for any language tag, such as `zh-Hans-CN`. */
export function findLanguage(tag: string | null | undefined): LanguageCode | undefined {
  const code = tag?.toLowerCase().split('-')[0]
  return languages.find((language) => language.code === code)?.code
}

/** Chooses the language of somebody who is not signed in: the last choice here, else the browser's. */
export function preferredLanguage({ storage = localStorage, tags = navigator.languages } = {}): LanguageCode {
  const stored = findLanguage(storage.getItem(storageKey))
  return stored ?? tags.map(findLanguage).find((code) => code !== undefined) ?? 'en'
}

/** Creates the translations; other languages than English are loaded when they are chosen. */
export function createTranslations() {
  return createI18n({
    legacy: false,
    locale: 'en',
    fallbackLocale: 'en',
    messages: { en },
    messageCompiler: compileMessage,
  })
}

interface LanguageTarget {
  locale: { value: string }
  setLocaleMessage(locale: string, messages: Messages): void
}

/** Shows the portal in a language, and remembers it on this device. */
export async function showLanguage(target: LanguageTarget, code: LanguageCode): Promise<void> {
  if (code === 'zh') target.setLocaleMessage('zh', (await import('./zh')).zh)
  target.locale.value = code
  document.documentElement.lang = code === 'zh' ? 'zh-Hans' : code
  localStorage.setItem(storageKey, code)
}
