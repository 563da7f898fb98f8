import { useI18n } from 'vue-i18n'
import { ApiError } from '@/graphql/api-error'
import { formatSize } from './use-format'

type Values = Record<string, string | number>

/** Turns anything thrown into a sentence for people, in their language where the portal knows the code. */
export function useProblemText() {
  const { t, te, locale } = useI18n()
  return (error: unknown): string => {
    if (!(error instanceof ApiError)) return t('problems.INTERNAL')
    const key = `problems.${error.code}`
    // `te` looks at one language only: a text that is missing in Chinese is better said in English than not at all.
    if (!te(key) && !te(key, 'en')) return error.message
    return t(key, toValues(error.details, locale.value))
  }
}

/** Makes the details of an error fit for a sentence: lists with commas, sizes with units. */
export function toValues(details: ApiError['details'], locale: string): Values {
  const values: Values = {}
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = value
    if (Array.isArray(value)) values[name] = value.join(', ')
    if (name === 'maxBytes' && typeof value === 'number') values.limit = formatSize(locale, value)
  }
  return values
}
