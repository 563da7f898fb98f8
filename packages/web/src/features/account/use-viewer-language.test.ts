import { flushPromises } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { createApp, type App } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { provideApi, type Api } from '@/graphql/api'
import type { UpdateProfileInput, ViewerFragment } from '@/graphql/generated/graphql'
import { createTranslations, showLanguage } from '@/locales'
import { useViewerStore } from '@/features/auth'
import { useViewerLanguage } from './use-viewer-language'

const apps: App[] = []
afterEach(() => {
  for (const app of apps.splice(0)) app.unmount()
  localStorage.clear()
})

/** Signs somebody in whose profile has this language, on a page that is Chinese. */
async function signInOnChinesePage(language: string | null) {
  const app = createApp({
    setup() {
      useViewerLanguage()
      return () => undefined
    },
  })
  apps.push(app)
  const saved: (string | null | undefined)[] = []
  const viewer = { id: 'user-1', name: 'Mei', language } as ViewerFragment
  const api = {
    query: () => Promise.resolve({ viewer, singleSignOn: null }),
    mutate: (_: unknown, { input }: { input: UpdateProfileInput }) => {
      saved.push(input.language)
      return Promise.resolve({ updateProfile: { ...viewer, language: input.language } })
    },
  }
  const translations = createTranslations()
  provideApi(app, api as unknown as Api)
  app.use(createPinia()).use(translations)
  const { locale, setLocaleMessage } = translations.global
  await showLanguage({ locale, setLocaleMessage }, 'zh')
  await app.runWithContext(() => useViewerStore().ready())
  app.mount(document.createElement('div'))
  await flushPromises()
  return { shown: locale.value, saved }
}

describe('the language of whoever signs in', () => {
  it('is the one that they chose, also when that is English and the page was Chinese', async () => {
    expect(await signInOnChinesePage('en')).toEqual({ shown: 'en', saved: [] })
  })

  it('is that of the page while they chose none, which the profile takes over', async () => {
    expect(await signInOnChinesePage(null)).toEqual({ shown: 'zh', saved: ['zh'] })
  })
})
