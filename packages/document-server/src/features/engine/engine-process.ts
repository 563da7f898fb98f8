import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { ViewEvent } from './engine.types.js'
import { EngineError } from './engine.types.js'
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
  timer: NodeJS.Timeout
}

/** Why a process ended: `hung` in which call, or anything else. */
export interface EngineExit {
  hungIn?: ProcessCall
  message: string
}

/** Starts one engine process; calls reject with LOST when it ends. */
export function startEngineProcess(options: EngineProcessOptions) {
  const { log, bootTimeoutMs, answerTimeoutMs } = options
  const scratch = mkdtempSync(join(options.scratchDirectory, 'lectern-engine-'))
  // The engine reads strangers' files: it gets none of our environment, and its output may hold their text.
  const child = fork(options.modulePath, [scratch], {
    serialization: 'advanced',
    env: {},
    // Collecting replaced code interrupts all threads again and again while the engine's hot code is being compiled.
    execArgv: ['--no-wasm-code-gc'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const pending = new Map<number, PendingCall>()
  const exit: EngineExit = { message: 'The engine process ended.' }
  let lastId = 0
  let isReady = false
  let isOver = false

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
    rmSync(scratch, { recursive: true, force: true })
    ready.reject(new EngineError('LOST', exit.message))
    for (const call of pending.values()) {
      clearTimeout(call.timer)
      call.reject(new EngineError('LOST', exit.message))
    }
    pending.clear()
    exited.resolve()
  }

  function settle(id: number): PendingCall | undefined {
    const call = pending.get(id)
    pending.delete(id)
    clearTimeout(call?.timer)
    return call
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
      const timer = setTimeout(() => {
        // Calls are done in turn, so it is the oldest one that hangs.
        const [oldest] = pending.values()
        kill(`The engine did not answer within ${String(answerTimeoutMs / 1000)} s.`, oldest?.call)
      }, answerTimeoutMs)
      pending.set(id, { call: name, resolve: resolve as (value: unknown) => void, reject, timer })
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
  }
}
export type EngineProcess = ReturnType<typeof startEngineProcess>

function deferred() {
  let resolve: () => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}
