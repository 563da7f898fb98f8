import { WebSocket } from 'ws'
import { editorSocketPath } from '@lectern/shared'
import type { ServerMessage } from '@lectern/shared'

/** An editor's page that types, and comes back after every break, sending again what is not acknowledged. */
export interface Typist {
  /** True while the document can be typed into. */
  isOpen: () => boolean
  type: (letter: string) => void
  /** Presses a key that leaves no letter. */
  press: (keyCode: number, charCode?: number) => void
  /** All letters until now, and how many of them the server said to have on disk. */
  text: () => string
  keptLetters: () => number
  /** Goes without a word, as a page whose machine is switched off. */
  vanish: () => void
}

interface TypistOptions {
  url: () => string
  sign: () => Promise<string>
}

interface Pending {
  message: Record<string, unknown>
  seq: number
  letters: number
}

const retryMs = 200

/** Opens a page; it is there until `vanish`. */
export function createTypist({ url, sign }: TypistOptions): Typist {
  let socket: WebSocket | undefined
  let participantId: string | undefined
  let isOpen = false
  let isGone = false
  let nextSeq = 1
  let appliedSeq = 0
  let pending: Pending[] = []
  let text = ''
  let kept = 0

  function forget(isKept: (input: Pending) => boolean): void {
    for (const input of pending) if (isKept(input)) kept += input.letters
    pending = pending.filter((input) => !isKept(input))
  }

  function reopen(message: Extract<ServerMessage, { type: 'opened' }>): void {
    if (participantId !== undefined && participantId !== message.participantId)
      throw new Error('The server forgot who this page is.')
    participantId = message.participantId
    forget(({ seq }) => seq <= message.lastSeq)
    appliedSeq = message.lastSeq
    nextSeq = Math.max(nextSeq, message.lastSeq + 1)
    isOpen = true
    for (const input of pending) write(input)
  }

  function receive(message: ServerMessage): void {
    if (message.type === 'opened') reopen(message)
    if (message.type === 'recovering' || message.type === 'error') isOpen = false
    if (message.type === 'ack') {
      appliedSeq = Math.max(appliedSeq, message.seq)
      forget(({ seq }) => seq <= message.durableSeq)
    }
  }

  const write = ({ message, seq }: Pending) => socket?.send(JSON.stringify({ ...message, seq }))

  async function connect(): Promise<void> {
    const token = await sign()
    const current = new WebSocket(`${url().replace('http', 'ws')}${editorSocketPath}`)
    socket = current
    current.on('open', () => {
      const resume = participantId && { participantId, lastSeq: appliedSeq }
      current.send(JSON.stringify({ type: 'open', token, ...(resume && { resume }) }))
    })
    current.on('message', (data, isBinary) => {
      if (!isBinary) receive(JSON.parse((data as Buffer).toString('utf8')) as ServerMessage)
    })
    current.on('error', () => undefined)
    current.on('close', () => {
      isOpen = false
      if (!isGone) setTimeout(() => void connect(), retryMs)
    })
  }

  function input(message: Record<string, unknown>, letters: number): void {
    const next = { message, seq: nextSeq, letters }
    nextSeq += 1
    pending.push(next)
    if (isOpen) write(next)
  }

  void connect()
  return {
    isOpen: () => isOpen,
    type: (letter) => {
      text += letter
      input({ type: 'text', text: letter }, 1)
    },
    press: (keyCode, charCode = 0) => input({ type: 'key', kind: 'press', keyCode, charCode }, 0),
    text: () => text,
    keptLetters: () => kept,
    vanish: () => {
      isGone = true
      isOpen = false
      socket?.terminate()
    },
  }
}
