import type { ServerMessage } from '@lectern/shared'
import { onScopeDispose } from 'vue'
import type { EditorSession } from '../session/editor-session'
import type { Notices } from '../ui/notices'
import { fieldsOf } from './fields-of'
import type { HostBridge } from './host-bridge'
import type { HostMessage } from './host-message'
import type { PageConfig } from './page-config'
import { readMentionable, readSharing } from './portal-answers'

export type Translate = (key: string, values?: Record<string, unknown>) => string

export interface UseHostOptions {
  session: EditorSession
  host: HostBridge
  handlers: ReadonlySet<string>
  notices: Notices
  t: Translate
  onHostMessage: (listener: (message: HostMessage) => void) => () => void
  replaceConfig: (config: Record<string, unknown>) => void
  /** What the portal told of the document when it opened this page. */
  told?: Pick<PageConfig, 'favorite' | 'sharing' | 'actionLink'>
  /** Shows the comment to which a link led. */
  showComment?: (key: string) => void
  /** An earlier version is looked at: its troubles are no news about the document. */
  isLookingBack?: () => boolean
}

/** Longest wait for unsent input before the page asks to be closed. */
const closeWaitMs = 3_000

const errorTexts: Record<number, string> = {
  [-4]: 'error.code4',
  [-20]: 'error.code20',
  [-21]: 'error.code21',
  [-25]: 'error.code25',
}
const warningTexts: Record<number, string> = {
  [-101]: 'warning.code101',
  [-104]: 'warning.code104',
  [-331]: 'warning.code331',
}

/** Carries what happens in the document to the portal's page, and the portal's methods to the document. */
export function useHost(options: UseHostOptions) {
  const { session, host, handlers, notices, t } = options
  const { state } = session
  let lastModified = false
  let goal = options.told?.actionLink
  state.favorite = options.told?.favorite
  state.sharing = options.told?.sharing ?? []

  function outdated() {
    if (handlers.has('onRequestRefreshFile')) host.raise('onRequestRefreshFile')
    else if (handlers.has('onOutdatedVersion')) {
      session.connection.giveUp()
      host.raise('onOutdatedVersion')
    } else {
      // Only the portal has the new version's key, so this page cannot load it by itself.
      notices.open({ title: t('outdated.title'), text: t('outdated.text') })
      session.connection.giveUp()
    }
  }

  function hear(message: ServerMessage) {
    switch (message.type) {
      case 'error': {
        const { code, message: details } = message
        if (options.isLookingBack?.()) {
          notices.show(t('history.failed'))
          return
        }
        host.raise('onError', { errorCode: code, errorDescription: details })
        notices.open({ title: t('error.title'), text: t(errorTexts[code] ?? 'error.other'), details })
        return
      }
      case 'passwordNeeded':
        host.raise('onUserActionRequired')
        return
      case 'warning': {
        const { code, message: details } = message
        host.raise('onWarning', { warningCode: code, warningDescription: details })
        notices.show(t(warningTexts[code] ?? 'warning.other', { message: details }))
        return
      }
      case 'modified':
        if (message.value === lastModified) return
        lastModified = message.value
        host.raise('onDocumentStateChange', message.value)
        return
      case 'meta':
        host.raise('onMetaChange', { title: message.title })
        return
      case 'saved':
        if (!message.ok || !options.isLookingBack?.())
          notices.show(t(message.ok ? 'notice.saveDone' : 'notice.saveFailed'))
        return
      case 'rejected':
        notices.show(t('notice.rejected', { reason: message.reason }))
        return
      case 'outdated':
        outdated()
        return
      default:
        return
    }
  }

  async function download(fileType: string) {
    const answer = await session.downloadAs(fileType)
    if (answer) host.raise('onDownloadAs', { ...pick(answer), title: state.title })
    else notices.show(t('notice.downloadFailed'))
  }

  async function copyLink(link: string) {
    try {
      await navigator.clipboard.writeText(link)
      notices.show(t('notice.linkCopied'))
    } catch {
      // Browsers forbid it on pages without encryption: there people copy it by hand.
      notices.open({ title: t('notice.link'), text: link })
    }
  }

  /** Puts pictures of the portal into the document; the server fetches what the token names. */
  async function insertImages(given: Record<string, unknown>) {
    const images = await session.fetchImages(given)
    if (!images) notices.show(t('image.notFetched'))
    for (const image of images ?? []) session.input({ type: 'insertImage', ...image })
  }

  function requestClose() {
    const startedAt = performance.now()
    if (!session.connection.isSettled) session.keep()
    const attempt = () => {
      if (session.connection.isSettled || performance.now() - startedAt > closeWaitMs)
        host.raise('onRequestClose')
      else setTimeout(attempt, 50)
    }
    attempt()
  }

  function obey(message: HostMessage) {
    if (message.type !== 'method') return
    const [first] = message.args
    const text = typeof first === 'string' ? first : undefined
    switch (message.name) {
      case 'refreshFile':
        if (typeof first === 'object' && first !== null)
          options.replaceConfig(first as Record<string, unknown>)
        return
      case 'downloadAs':
        void download(text ?? state.fileType)
        return
      case 'showMessage':
        if (text) notices.show(text)
        return
      case 'requestClose':
        requestClose()
        return
      case 'denyEditingRights':
        state.canEdit = false
        notices.show(text ?? t('notice.editingDenied'))
        return
      case 'setFavorite':
        if (typeof first === 'boolean') state.favorite = first
        return
      case 'setUsers':
        state.mentionable = readMentionable(first) ?? state.mentionable
        return
      case 'setSharingSettings':
        state.sharing = readSharing((first as { sharingSettings?: unknown } | undefined)?.sharingSettings)
        return
      case 'setActionLink':
        if (text) void copyLink(text)
        return
      case 'insertImage':
        void insertImages(fieldsOf(first))
        return
      // Heard by the history.
      case 'refreshHistory':
      case 'setHistoryData':
    }
  }

  onScopeDispose(options.onHostMessage(obey))
  return {
    hear,
    /** Shows what could not go into the document any more, so that it can be copied. */
    tellLost(quote: string) {
      notices.open({ title: t('lost.title'), text: t(quote ? 'lost.text' : 'lost.noText'), quote })
    },
    requestClose,
    documentReady() {
      host.raise('onDocumentReady')
      host.raise('onInfo', { mode: state.canEdit ? 'edit' : 'view' })
      if (goal?.action.type === 'bookmark') session.goToMark(goal.action.data)
      if (goal?.action.type === 'comment') options.showComment?.(goal.action.data)
      goal = undefined
    },
  }
}

function pick({ url, fileType }: { url: string; fileType: string }) {
  return { url, fileType }
}
