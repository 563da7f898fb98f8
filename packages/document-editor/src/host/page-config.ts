import { findFormat, type ActionLink } from '@lectern/shared'
import { readActionLink, readSharing, type SharedWith } from './portal-answers'
import { readEmbeddedConfig, webAddress, type EmbeddedConfig } from './embedded-config'

/** What this page reads of the editor config; the server believes the token's claims only, this is for looks. */
export interface PageConfig {
  token?: string
  lang: string
  /** The document is shown by the PDF viewer. */
  isPdf: boolean
  uiTheme: string
  title: string
  canForceSave: boolean
  closeVisible: boolean
  /** The portal's page shows the title already. */
  hidesTitle: boolean
  closeText?: string
  /** Whether it is a favourite of this person; undefined where the portal keeps none. */
  favorite?: boolean
  /** Who has which rights, as the portal tells. */
  sharing: SharedWith[]
  /** The place to which the link led that opened this page. */
  actionLink?: ActionLink
  /** Where a new document is made, in a tab of its own. */
  createUrl?: string
  /** The document is shown in another page, with a small bar only. */
  embedded?: EmbeddedConfig
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (current, name) =>
      typeof current === 'object' && current !== null
        ? (current as Record<string, unknown>)[name]
        : undefined,
    value,
  )
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

/** Picks the page's own settings out of a config of unknown origin. */
export function readPageConfig(config: Record<string, unknown>): PageConfig {
  const customization = at(config, 'editorConfig', 'customization')
  return {
    token: text(config.token),
    isPdf: findFormat(text(at(config, 'document', 'fileType')) ?? '')?.documentType === 'pdf',
    lang: text(at(config, 'editorConfig', 'lang')) ?? 'en',
    uiTheme: text(at(customization, 'uiTheme')) ?? 'theme-system',
    title: text(at(config, 'document', 'title')) ?? '',
    canForceSave: at(customization, 'forcesave') === true,
    hidesTitle:
      at(customization, 'compactHeader') === true || at(customization, 'toolbarHideFileName') === true,
    closeVisible: at(customization, 'close', 'visible') === true,
    closeText: text(at(customization, 'close', 'text')),
    favorite: flag(at(config, 'document', 'info', 'favorite')),
    sharing: readSharing(at(config, 'document', 'info', 'sharingSettings')),
    actionLink: readActionLink(at(config, 'editorConfig', 'actionLink')),
    createUrl: webAddress(at(config, 'editorConfig', 'createUrl')),
    embedded:
      config.type === 'embedded' ? readEmbeddedConfig(at(config, 'editorConfig', 'embedded')) : undefined,
  }
}
