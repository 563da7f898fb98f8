import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { ViewEvent } from './engine.types.js'
import { EngineError } from './engine.types.js'
import { startWithoutNetwork } from './isolation.js'
import type { PoolMessage, ProcessCall, ProcessCalls, ProcessMessage } from './process/messages.js'

export interface EngineProcessOptions {
  /** Compiled `process/main.js`. */
  modulePath: string
  scratchDirectory: string
  bootTimeoutMs: number
  answerTimeoutMs: number
  log: Logger
  onEvents: (document: number, view: number, events: ViewEvent[]) => void
}

interface PendingCall {
  call: ProcessCall
  resolve: (value: unknown) => void
  reject: (error: EngineError) => void
}

/** Why a process ended: `hung` in which call, or anything else. */
export interface EngineExit {
  hungIn?: ProcessCall
  message: string
}

/** Collecting replaced code interrupts all threads again and again while the engine's hot code is being compiled. */
const nodeOptions = ['--no-wasm-code-gc']

/** Starts one engine process; calls reject with LOST when it ends. */
export function startEngineProcess(options: EngineProcessOptions) {
  const { log, bootTimeoutMs, answerTimeoutMs } = options
  const scratch = mkdtempSync(join(options.scratchDirectory, 'lectern-engine-'))
  const isolated = startWithoutNetwork()
  // The engine reads strangers' files: it gets none of our environment, no network, and its output may hold their text.
  const child = fork(options.modulePath, [scratch], {
    serialization: 'advanced',
    env: {},
    execPath: isolated?.path ?? process.execPath,
    execArgv: [...(isolated ? [...isolated.arguments, process.execPath] : []), ...nodeOptions],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const pending = new Map<number, PendingCall>()
  const exit: EngineExit = { message: 'The engine process ended.' }
  let lastId = 0
  let isReady = false
  let isOver = false
  let watch: NodeJS.Timeout | undefined
  const hungMessage = `The engine did not answer within ${String(answerTimeoutMs / 1000)} s.`

  const ready = deferred()
  const exited = deferred()
  // Nobody may be waiting for it; the pool learns of the end by `exited`.
  ready.promise.catch(() => undefined)

  function kill(message: string, hungIn?: ProcessCall) {
    if (isOver) return
    Object.assign(exit, { message, hungIn })
    child.kill('SIGKILL')
  }

  const bootTimer = setTimeout(() => {
    kill(`The engine did not start within ${String(bootTimeoutMs / 1000)} s.`)
  }, bootTimeoutMs)

  function finish() {
    if (isOver) return
    isOver = true
    clearTimeout(bootTimer)
    clearTimeout(watch)
    rmSync(scratch, { recursive: true, force: true })
    ready.reject(new EngineError('LOST', exit.message))
    for (const call of pending.values()) call.reject(new EngineError('LOST', exit.message))
    pending.clear()
    exited.resolve()
  }

  function settle(id: number): PendingCall | undefined {
    const call = pending.get(id)
    pending.delete(id)
    watchAgain()
    return call
  }

  /** Calls are done in turn: as long as one after the other is answered, no one hangs, however many wait. */
  function watchAgain() {
    clearTimeout(watch)
    watch = undefined
    if (pending.size === 0) return
    watch = setTimeout(() => {
      const [oldest] = pending
      // An answer may have come while this process itself was held up: it is read first.
      setImmediate(() => {
        if (oldest && pending.has(oldest[0])) kill(hungMessage, oldest[1].call)
      })
    }, answerTimeoutMs)
  }

  function handle(message: ProcessMessage) {
    switch (message.type) {
      case 'ready':
        clearTimeout(bootTimer)
        isReady = true
        ready.resolve()
        return
      case 'answer':
        settle(message.id)?.resolve(message.value)
        return
      case 'failed':
        settle(message.id)?.reject(new EngineError(message.code, message.message))
        return
      case 'events':
        options.onEvents(message.document, message.view, message.events)
        return
      case 'fatal':
        log.error({ pid: child.pid, reason: message.message }, 'engine process failed')
        kill(message.message)
        return
    }
  }

  child.on('message', (message) => {
    handle(message as ProcessMessage)
  })
  child.on('error', (error) => {
    exit.message = `The engine process cannot be started: ${error.message}`
    finish()
  })
  child.on('exit', finish)

  function post(message: PoolMessage) {
    if (!isOver && child.connected) child.send(message)
  }

  function call<Call extends ProcessCall>(
    name: Call,
    request: ProcessCalls[Call]['request'],
  ): Promise<ProcessCalls[Call]['answer']> {
    if (isOver) return Promise.reject(new EngineError('LOST', exit.message))
    lastId += 1
    const id = lastId
    return new Promise((resolve, reject) => {
      pending.set(id, { call: name, resolve: resolve as (value: unknown) => void, reject })
      if (pending.size === 1) watchAgain()
      post({ type: 'call', id, call: name, request } as PoolMessage)
    })
  }

  return {
    pid: child.pid ?? 0,
    ready: ready.promise,
    exited: exited.promise,
    exit,
    isReady: () => isReady && !isOver,
    call,
    post,
    kill,
    /** Asks a process that has nothing to do whether it still answers; it is killed when it does not. */
    check() {
      if (isReady && pending.size === 0) call('ping', {}).catch(() => undefined)
    },
  }
}
export type EngineProcess = ReturnType<typeof startEngineProcess>

/** A promise that somebody else settles. */
export function deferred() {
  let resolve: () => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}
