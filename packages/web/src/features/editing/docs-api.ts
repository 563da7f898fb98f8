import type { Config, DocEditor } from '@onlyoffice/doceditor-types'

/** An editor that runs in the page. */
export type DocumentEditor = Pick<DocEditor, 'destroyEditor'> &
  Partial<
    Pick<
      DocEditor,
      | 'refreshFile'
      | 'requestClose'
      | 'setUsers'
      | 'refreshHistory'
      | 'setHistoryData'
      | 'setFavorite'
      | 'setActionLink'
    >
  >

/** What `api.js` of a document server puts on the page. */
export interface DocsApi {
  DocEditor: new (placeholderId: string, config: Config) => DocumentEditor
}

/** The document server gave no editor: the address and the reason. */
export class DocumentServerUnreachable extends Error {
  override readonly name = 'DocumentServerUnreachable'

  constructor(
    readonly address: string,
    options?: ErrorOptions,
  ) {
    super(`No editor came from ${address}.`, options)
  }
}

const loads = new Map<string, Promise<DocsApi>>()

/** Gives the address of a document server's `api.js`; a path is one of this portal. */
export function docsApiUrl(documentServerUrl: string, base: string = location.href): string {
  const root = documentServerUrl.endsWith('/') ? documentServerUrl : `${documentServerUrl}/`
  return new URL('web-apps/apps/api/documents/api.js', new URL(root, base)).href
}

/** Loads `api.js` once for each document server; a load that failed can be tried again. */
export function loadDocsApi(documentServerUrl: string): Promise<DocsApi> {
  const url = docsApiUrl(documentServerUrl)
  const known = loads.get(url)
  if (known) return known
  const load = insertScript(url).then(() => findDocsApi(url))
  loads.set(url, load)
  // Whoever awaits the load learns of its failure; here it only must not be kept.
  load.catch(() => loads.delete(url))
  return load
}

function insertScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = url
    script.async = true
    script.onload = () => {
      resolve()
    }
    script.onerror = () => {
      script.remove()
      reject(new DocumentServerUnreachable(url))
    }
    document.head.append(script)
  })
}

function findDocsApi(url: string): DocsApi {
  const { DocsAPI } = globalThis as { DocsAPI?: DocsApi }
  if (!DocsAPI) throw new DocumentServerUnreachable(url, { cause: 'The script holds no DocsAPI.' })
  return DocsAPI
}
