import type { EditorSession } from '../session/editor-session'

/**
 * Puts the cursor into the page's header or footer, and makes one first where there is none: made again, an old one
 * would be emptied. The engine lists, by page style, those that are there.
 */
export function showHeader(session: EditorSession, kind: 'Header' | 'Footer') {
  const style = session.state.commands.get('StatusPageStyle') ?? ''
  const present = session.state.commands.get(`InsertPage${kind}`) ?? ''
  const pageStyle = style === '' ? 'Default Page Style' : style
  if (present.includes(pageStyle)) session.command(`JumpTo${kind}`)
  else session.command(`InsertPage${kind}`, { PageStyle: pageStyle, On: true })
}
