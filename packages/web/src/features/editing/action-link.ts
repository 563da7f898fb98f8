import type { Config } from '@onlyoffice/doceditor-types'

/** Adds the place to which a link leads; the signed token does not have it, because it gives nobody any right. */
export function withActionLink<Parts extends { editorConfig: object }>(
  config: Parts,
  link: string | undefined,
) {
  const actionLink = link === undefined ? undefined : parse(link)
  return actionLink ? { ...config, editorConfig: { ...config.editorConfig, actionLink } } : config
}

type ActionLink = NonNullable<NonNullable<Config['editorConfig']>['actionLink']>

/** What the editor made is given back to it as it was; it checks it itself. */
function parse(link: string): ActionLink | undefined {
  try {
    const value: unknown = JSON.parse(link)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    // Cut off on its way, as long addresses are: then the document opens at its start.
    return undefined
  }
}
