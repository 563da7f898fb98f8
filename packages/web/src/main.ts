import './main.css'
import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { createApi, provideApi } from './graphql/api'
import { createLive, provideLive } from './graphql/live'
import { createTranslations, preferredLanguage, showLanguage } from './locales'
import { createPortalRouter } from './router'

const app = createApp(App)
const translations = createTranslations()
const live = createLive()
provideLive(app, live)
provideApi(app, createApi({ onReset: live.reset }))
app.use(createPinia()).use(translations).use(createPortalRouter()).use(ui)
await showLanguage(translations.global, preferredLanguage())
app.mount('#app')
