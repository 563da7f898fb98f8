import { ForceSaveType, fileTypeOf } from '@lectern/shared'
import type { ClientMessage } from '@lectern/shared'
import { DocumentServerError, reasonOf } from '../../lib/errors.js'
import type { EngineDocument } from '../engine/index.js'
import { say } from './chat.js'
import { fromEngine } from './content.js'
import { askInTurn } from './hold.js'
import { noteViewport } from './journaling.js'
import { visibleTo } from './others-work.js'
import { protectionOf } from './passwords.js'
import { fetchImages } from './portal-images.js'
import type { Joined } from './session-registry.js'
import type { SessionDependencies } from './session-state.js'
import { giveSlide } from './slides.js'
import { describeError } from './texts.js'

/** Answers one message of a page that takes part; throws nothing. */
export async function answerMember(
  joined: Joined,
  message: ClientMessage,
  deps: SessionDependencies,
): Promise<void> {
  try {
    await answer(joined, message, deps)
  } catch (cause) {
    const { code } = cause instanceof DocumentServerError ? cause : fromEngine(cause)
    deps.log.warn({ type: message.type, code, reason: reasonOf(cause) }, 'A request of a page failed')
    const { type: _, ...text } = describeError(code, joined.member.claims.lang)
    if (code !== 'ENGINE_LOST') joined.member.connection?.send({ type: 'warning', ...text })
  }
}

async function answer(joined: Joined, message: ClientMessage, deps: SessionDependencies): Promise<void> {
  const { session, member } = joined
  const { view, connection } = member
  switch (message.type) {
    case 'key':
    case 'text':
    case 'compose':
    case 'mouse':
    case 'command':
    case 'paste':
    case 'insertImage':
    case 'movePart':
    case 'notes':
    case 'filter':
    case 'fields':
    case 'fillField':
    case 'moveSelection':
    case 'setPart': {
      session.input(member, message)
      return
    }
    case 'viewport': {
      const { type: _, ...viewport } = message
      noteViewport(session.state, member, viewport)
      member.viewport = viewport
      return view?.setViewport(viewport)
    }
    case 'copy':
      return copy(joined, message)
    case 'thumbnail': {
      const frame = await view?.thumbnail(message.part, message.width, message.height)
      return frame && connection?.sendTile(frame)
    }
    case 'slide':
      return giveSlide(session.state, member, message)
    case 'sheetGeometry': {
      const geometry = await view?.sheetGeometry(message.part)
      return geometry && connection?.send({ type: 'sheetGeometry', part: message.part, ...geometry })
    }
    case 'list': {
      const found = await view?.list(message.list)
      return found && connection?.send({ type: 'list', id: message.id, ...visibleTo(member.claims, found) })
    }
    case 'forceSave':
      return forceSave(joined, message.isSubmit ? ForceSaveType.FormSubmit : ForceSaveType.Button)
    case 'keep':
      return member.claims.canChange ? session.keep() : undefined
    case 'downloadAs':
      return downloadAs(joined, message, deps)
    case 'chat':
      say(session.state, member, message.text, deps.clock)
      return undefined
    case 'images':
      return giveImages(joined, message, deps)
    case 'file':
      return giveFile(joined, message, deps)
    case 'close':
      return session.leave(member)
    case 'ping':
      return connection?.send({ type: 'pong' })
    case 'open':
      throw new DocumentServerError('BAD_MESSAGE', 'A page may open a document once for each connection.')
  }
}

async function copy(
  { session, member }: Joined,
  message: Extract<ClientMessage, { type: 'copy' }>,
): Promise<void> {
  const allowed = member.claims.permissions.copy !== false
  const { view } = member
  const selection = allowed && view ? askInTurn(session.state, () => view.copySelection()) : undefined
  // At once, not after the answer: the numbers of later inputs follow this one.
  if (message.cut && message.seq !== undefined) {
    const removal = { type: 'command' as const, seq: message.seq, name: '.uno:Delete' }
    session.input(member, removal, allowed ? undefined : 'copying')
  }
  if (!allowed) throw new DocumentServerError('NOT_ALLOWED', 'Copying is not allowed in this document.')
  const found = await selection
  if (found) member.connection?.send({ type: 'clipboard', id: message.id, ...found })
}

async function forceSave({ session, member }: Joined, type: ForceSaveType): Promise<void> {
  const { claims, connection } = member
  if (!claims.canChange)
    throw new DocumentServerError('NOT_ALLOWED', 'Only people who may change the document can save it.')
  const cause = { type, userId: claims.userId }
  if (claims.forceSave && session.forceSave(cause)) return
  // Nothing new for the portal, or saving there is not wanted before the end: then this server keeps it now.
  await session.keep()
  connection?.send({ type: 'saved', ok: true })
}

async function giveImages(
  { member: { claims, connection } }: Joined,
  message: Extract<ClientMessage, { type: 'images' }>,
  deps: SessionDependencies,
): Promise<void> {
  const { id } = message
  try {
    if (claims.role !== 'editor')
      throw new DocumentServerError('NOT_ALLOWED', 'Only editors may insert pictures.')
    connection?.send({ type: 'images', id, images: await fetchImages(message, deps) })
  } catch (cause) {
    // The page need not wait for what will not come; the warning is sent beside it.
    connection?.send({ type: 'images', id, images: [] })
    throw cause
  }
}

/** Where the file of a document lies that the browser shows. */
const filePaths = new WeakMap<EngineDocument, string>()

async function giveFile(
  { session, member }: Joined,
  { id }: Extract<ClientMessage, { type: 'file' }>,
  { results, links }: SessionDependencies,
): Promise<void> {
  const { key, document, record } = session.state
  if (document?.info.documentType !== 'pdf')
    throw new DocumentServerError('UNSUPPORTED', 'Only files that the browser shows are given as they are.')
  const fileName = `${key}.pdf`
  const known = filePaths.get(document)
  const path =
    known !== undefined && (await results.has(known))
      ? known
      : await results.put({
          ...{ key, folder: results.newFolder(key), fileName, bytes: await document.save('pdf') },
        })
  filePaths.set(document, path)
  const url = links.create(member.connection?.baseUrl ?? record.baseUrl, path, key, fileName)
  member.connection?.send({ type: 'file', id, url })
}

async function downloadAs(
  { session, member }: Joined,
  { id, fileType }: Extract<ClientMessage, { type: 'downloadAs' }>,
  { results, links }: SessionDependencies,
): Promise<void> {
  const { key, document, record } = session.state
  if (member.claims.permissions.download === false)
    throw new DocumentServerError('NOT_ALLOWED', 'Downloading is not allowed for this document.')
  const wanted = (fileType || record.fileType).toLowerCase()
  if (!document || !/^[a-z0-9]{1,16}$/.test(wanted))
    throw new DocumentServerError('UNSUPPORTED', 'Unknown file type.')
  const bytes = await document.save(wanted, protectionOf(session.state, wanted))
  const extension = fileTypeOf(record.title)
  const base = extension ? record.title.slice(0, -extension.length - 1) : record.title
  const fileName = `${base.replace(/[/\\\0]/g, '_')}.${wanted}`
  const path = await results.put({ key, folder: results.newFolder(key), fileName, bytes })
  const url = links.create(member.connection?.baseUrl ?? record.baseUrl, path, key, fileName)
  member.connection?.send({ type: 'download', id, url, fileType: wanted })
}
