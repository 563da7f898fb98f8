import type { ClientMessage, InputMessage, OpenMessage, SavedState, ServerMessage } from '@lectern/shared'
import { reconnectDelayMs } from './backoff'
import { createInputQueue, type InputDraft } from './input-queue'
import { parseServerMessage } from './server-message'

export type ConnectionState = 'connecting' | 'open' | 'reconnecting' | 'recovering' | 'closed'

/** The part of a WebSocket that is used, so that tests need no network. */
export interface Socket {
  binaryType: string
  readonly readyState: number
  addEventListener: WebSocket['addEventListener']
  send: (data: string) => void
  close: (code?: number) => void
}

export interface Timers {
  set: (callback: () => void, delayMs: number) => unknown
  clear: (handle: unknown) => void
}

/** What opens the document: a token or a plain config, the password of a protected file, and which earlier version is looked at instead. */
export type Credentials = Pick<OpenMessage, 'token' | 'config' | 'history' | 'password'>

export interface ConnectionOptions {
  createSocket: () => Socket
  credentials: () => Credentials
  onMessage: (message: ServerMessage) => void
  onFrame: (bytes: Uint8Array) => void
  onStateChange: (state: ConnectionState) => void
  /** Hears of inputs that nobody applied, and nobody will. */
  onLost: (inputs: InputMessage[]) => void
  timers?: Timers
  random?: () => number
}

const socketOpen = 1
/** The same participant came back in another socket: this one has to stay away. */
const replacedCode = 4001
const pingEveryMs = 15_000
const silentForMs = 40_000

const windowTimers: Timers = {
  set: (callback, delayMs) => setTimeout(callback, delayMs),
  clear: (handle) => {
    clearTimeout(handle as ReturnType<typeof setTimeout>)
  },
}

/** Keeps the editor's socket: opens, resumes after a break, and sends again what the server has not kept. */
export function createConnection(options: ConnectionOptions) {
  const { timers = windowTimers, random = Math.random } = options
  const queue = createInputQueue()
  let socket: Socket | undefined
  let state: ConnectionState = 'closed'
  let participantId: string | undefined
  /** The state of the document on which the inputs that wait may go on, when its new version is opened. */
  let goal: SavedState | undefined
  let attempt = 0
  let retryTimer: unknown
  let pingTimer: unknown
  let silenceTimer: unknown

  function become(next: ConnectionState) {
    if (state === next) return
    state = next
    options.onStateChange(next)
  }

  function write(message: ClientMessage) {
    if (socket?.readyState === socketOpen) socket.send(JSON.stringify(message))
  }

  function clearTimers() {
    timers.clear(retryTimer)
    timers.clear(pingTimer)
    timers.clear(silenceTimer)
  }

  function heard() {
    timers.clear(silenceTimer)
    // Behind a broken network a socket can stay "open" for many minutes.
    silenceTimer = timers.set(() => lost(), silentForMs)
  }

  function schedulePing() {
    pingTimer = timers.set(() => {
      write({ type: 'ping' })
      schedulePing()
    }, pingEveryMs)
  }

  function drop() {
    if (!socket) return
    const former = socket
    // First forgotten, then closed: its last events are no news any more.
    socket = undefined
    former.close()
  }

  function lost() {
    if (state === 'closed') return
    drop()
    clearTimers()
    become(participantId ? 'reconnecting' : 'connecting')
    retryTimer = timers.set(connect, reconnectDelayMs(attempt, random))
    attempt += 1
  }

  function receive(data: unknown) {
    heard()
    if (data instanceof ArrayBuffer) {
      options.onFrame(new Uint8Array(data))
      return
    }
    const message = typeof data === 'string' ? parseServerMessage(data) : undefined
    if (!message) return
    if (message.type === 'ack') queue.acknowledge(message.seq, message.durableSeq)
    if (message.type === 'outdated') takeLeave(message.saved)
    if (message.type === 'recovering') become('recovering')
    if (
      message.type === 'error' ||
      message.type === 'passwordNeeded' ||
      message.type === 'outdated' ||
      message.type === 'ended'
    )
      stop()
    options.onMessage(message)
    if (message.type === 'opened') {
      // Somebody else may have changed the new version already.
      if (goal && goal.sha256 !== message.source) giveUp()
      goal = undefined
      participantId = message.participantId
      attempt = 0
      become('open')
      for (const input of queue.reopen(message.participantId, message.lastSeq)) write(input)
    }
  }

  /** Saved while we were away: what waits was written for the state that was saved, at our place in it. */
  function takeLeave(saved: SavedState | undefined) {
    if (saved) queue.keepBehind(saved.lastSeq)
    goal = saved?.place && !queue.isEmpty ? saved : undefined
    if (!goal) giveUp()
  }

  function giveUp() {
    goal = undefined
    const lost = queue.clear()
    if (lost.length > 0) options.onLost(lost)
  }

  function connect() {
    drop()
    clearTimers()
    const current = options.createSocket()
    socket = current
    current.binaryType = 'arraybuffer'
    const whileCurrent =
      <Event>(listener: (event: Event) => void) =>
      (event: Event) => {
        if (socket === current) listener(event)
      }
    const opened = () => {
      const place = goal?.place
      const resume = participantId && { participantId, lastSeq: queue.appliedSeq, ...(place && { place }) }
      write({ type: 'open', ...options.credentials(), ...(resume && { resume }) })
      heard()
      schedulePing()
    }
    current.addEventListener('open', whileCurrent(opened))
    current.addEventListener(
      'message',
      whileCurrent((event: MessageEvent<unknown>) => {
        receive(event.data)
      }),
    )
    current.addEventListener(
      'close',
      whileCurrent((event: CloseEvent) => {
        if (event.code === replacedCode) stop()
        else lost()
      }),
    )
  }

  function stop() {
    become('closed')
    clearTimers()
    drop()
  }

  return {
    get isSettled() {
      return queue.isEmpty
    },
    open() {
      become('connecting')
      attempt = 0
      connect()
    },
    isUnderWay: queue.isUnderWay,
    /** Sends an input now, or as soon as the connection is back. */
    input(draft: InputDraft) {
      const message = queue.push(draft)
      if (state === 'open') write(message)
      return message.seq
    },
    /** Sends a message that is worth nothing after a break. */
    send(message: ClientMessage) {
      if (state === 'open') write(message)
    },
    /** Tries again at once, for instance when the browser says that the network is back. */
    retryNow() {
      if (state === 'reconnecting' || (state === 'connecting' && !socket)) connect()
    },
    /** Leaves for good. */
    leave() {
      write({ type: 'close' })
      stop()
    },
    /** True while input may go on in a version that is not open yet. */
    get isGoingOn() {
      return goal !== undefined
    },
    /** No newer version will be opened here. */
    giveUp,
    /** Starts over with other credentials: the document's state changed. */
    restart() {
      stop()
      if (!goal) {
        // What was sent through the open socket arrives.
        queue.clear()
        participantId = undefined
      }
      this.open()
    },
  }
}

export type Connection = ReturnType<typeof createConnection>
