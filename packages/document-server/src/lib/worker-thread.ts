import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

const timeoutMs = 60_000
const maxHeapMegabytes = 512

/**
 * Runs a module in a thread of its own and gives all messages that it posts until it ends: strangers' files may be
 * damaged, or bombs. Rejects when the thread fails, needs too much memory or takes longer than a minute.
 */
export function runInThread<Message>(module: URL, workerData: unknown): Promise<Message[]> {
  const worker = new Worker(builtModule(module), {
    ...{ workerData, env: {}, stdout: true, stderr: true },
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
  })
  const messages: Message[] = []
  return new Promise<Message[]>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`The thread did not end within ${timeoutMs} ms.`))
    }, timeoutMs)
    worker.on('message', (message: Message) => messages.push(message))
    worker.once('error', reject)
    worker.once('exit', (code) => {
      clearTimeout(timer)
      if (code === 0) resolve(messages)
      else reject(new Error(`The thread ended with code ${code}.`))
    })
  }).finally(() => worker.terminate())
}

/** Tests run TypeScript, which a thread of Node 20 does not understand: they use what the build left. */
function builtModule(module: URL): string {
  const beside = fileURLToPath(module)
  return existsSync(beside) ? beside : beside.replace('/src/', '/dist/')
}
