import './main.css'
import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { createApi, provideApi } from './graphql/api'
import { createTranslations, preferredLanguage, showLanguage } from './locales'
import { createPortalRouter } from './router'

const app = createApp(App)
const translations = createTranslations()
provideApi(app, createApi())
app.use(createPinia()).use(translations).use(createPortalRouter()).use(ui)
await showLanguage(translations.global, preferredLanguage())
app.mount('#app')
