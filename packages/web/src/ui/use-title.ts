import { toValue, watchEffect, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'

/** Names the browser's tab after the page: a key of the translations, or a name as it is. */
export function useTitle(title: MaybeRefOrGetter<string | undefined>): void {
  const { t, te } = useI18n()
  watchEffect(() => {
    const name = toValue(title)
    const shown = name && te(name, 'en') ? t(name) : name
    document.title = shown ? `${shown} · Lectern` : 'Lectern'
  })
}
