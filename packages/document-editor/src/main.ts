import './styles.css'
import { editorPageQuery } from '@lectern/shared'
import { createApp } from 'vue'
import EditorPage from './EditorPage.vue'
import { createHostBridge } from './host/host-bridge'
import { readPageConfig } from './host/page-config'
import { createSignal } from './lib/signal'
import type { HostMessage } from './host/host-message'
import { createTexts, localeFor } from './i18n'
import { applyUiTheme, followSystemTheme } from './ui/ui-theme'

const hostMessages = createSignal<HostMessage>()
let isStarted = false

followSystemTheme()
const host = createHostBridge((message) => {
  hostMessages.emit(message)
  if (message.type !== 'init' || isStarted) return
  isStarted = true
  void start(message.config, message.handlers)
})

async function start(config: Record<string, unknown>, handlers: string[]) {
  const pageConfig = readPageConfig(config)
  applyUiTheme(pageConfig.uiTheme)
  document.documentElement.lang = localeFor(pageConfig.lang)
  const page = pageConfig.isPdf ? (await import('./pdf/PdfPage.vue')).default : EditorPage
  createApp(page, { config, pageConfig, handlers, host, onHostMessage: hostMessages.on })
    .use(createTexts(pageConfig.lang))
    .mount('#editor')
}

const lang = new URLSearchParams(location.search).get(editorPageQuery.lang)
document.documentElement.lang = localeFor(lang ?? 'en')
host.announce()
