import { WebSocket } from 'ws'
import { decodeTileFrame, editorSocketPath } from '@lectern/shared'
import type { OpenMessage, ServerMessage, TileFrame } from '@lectern/shared'

type MessageOf<Type extends ServerMessage['type']> = Extract<ServerMessage, { type: Type }>

/** The editor's page as far as its socket goes. */
export interface EditorPage {
  messages: ServerMessage[]
  tiles: TileFrame[]
  send: (message: object) => void
  /** Types with the next number; gives that number. */
  type: (text: string) => number
  /** Next input number. */
  nextSeq: () => number
  setSeq: (seq: number) => void
  /** Resolves with the first message, past or to come, of a type that passes the test. */
  wait: <Type extends ServerMessage['type']>(
    type: Type,
    test?: (message: MessageOf<Type>) => boolean,
  ) => Promise<MessageOf<Type>>
  /** Says goodbye, as a page that is closed. */
  leave: () => void
  /** Breaks the line without a word. */
  cut: () => void
  closed: Promise<{ code: number; reason: string }>
}

/** Connects to a document server's editor socket. */
export async function openEditorPage(
  serverUrl: string,
  open: Omit<OpenMessage, 'type'>,
  headers: Record<string, string> = {},
): Promise<EditorPage> {
  const socket = new WebSocket(`${serverUrl.replace('http', 'ws')}${editorSocketPath}`, { headers })
  const messages: ServerMessage[] = []
  const tiles: TileFrame[] = []
  const waiting = new Set<() => void>()
  let seq = 0
  socket.on('message', (data, isBinary) => {
    if (isBinary) tiles.push(decodeTileFrame(data as Buffer))
    else messages.push(JSON.parse((data as Buffer).toString('utf8')) as ServerMessage)
    for (const look of [...waiting]) look()
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
  })
  socket.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const send = (message: object) => socket.send(JSON.stringify(message))
  send({ type: 'open', ...open })
  return {
    messages,
    tiles,
    send,
    closed,
    nextSeq: () => (seq += 1),
    setSeq: (value) => {
      seq = value
    },
    type: (text) => {
      seq += 1
      send({ type: 'text', seq, text })
      return seq
    },
    wait: (type, test = () => true) =>
      new Promise((resolve) => {
        const look = () => {
          const found = messages.find(
            (message): message is MessageOf<typeof type> =>
              message.type === type && test(message as MessageOf<typeof type>),
          )
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    leave: () => {
      send({ type: 'close' })
      socket.close(1000)
    },
    cut: () => socket.terminate(),
  }
}
