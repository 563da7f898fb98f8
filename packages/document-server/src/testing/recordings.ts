import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface RecordedStep {
  kind: string
  body?: Record<string, unknown>
  event?: string
  data?: Record<string, unknown>
  reply?: { body: Record<string, unknown> }
}

const folder = join(fileURLToPath(import.meta.url), '..', '..', '..', '..', '..', 'fixtures', 'traces')

function stepsOf(name: string): RecordedStep[] {
  return (JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { steps: RecordedStep[] }).steps
}

/** The callbacks of a recording: what a real document server sent, without what differs from run to run. */
export function recordedCallbacks(name: string): Record<string, unknown>[] {
  return stepsOf(name).flatMap(({ kind, body }) => (kind === 'callback' && body ? [shapeOf(body)] : []))
}

/** The numbers of the errors and warnings that the recorded editor raised. */
export function recordedCodes(name: string): unknown[] {
  return stepsOf(name).flatMap(({ event, data }) =>
    event === 'onError' || event === 'onWarning' ? [data?.['errorCode'] ?? data?.['warningCode']] : [],
  )
}

const differing: Record<string, (value: unknown) => unknown> = {
  key: () => '<key>',
  url: (value) => linkShape(String(value)),
  changesurl: (value) => linkShape(String(value)),
  history: (value) => historyShape(value as { changes?: { user: unknown }[] }),
  lastsave: (value) => String(value).replace(/\d/g, '0'),
  userdata: () => '<userdata>',
}

/** Replaces keys, times and hashes, and keeps everything that a portal may rely on. */
export function shapeOf(body: Record<string, unknown>): Record<string, unknown> {
  const { token: _, ...fields } = body
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, differing[name]?.(value) ?? value]),
  )
}

function linkShape(link: string): string {
  const { pathname, searchParams } = new URL(link)
  const path = pathname.replace(/\/data\/[^/]+_\d+\//, '/data/<key>_<number>/')
  return `${path}?${[...searchParams.keys()].join('&')} ${searchParams.get('filename') ?? ''}`
}

function historyShape(history: { changes?: { user: unknown }[] }): unknown {
  if (!history.changes) return history
  return {
    ...history,
    changes: history.changes.map((change) => ({ ...change, documentSha256: '', created: '' })),
  }
}

/** The answers that a recording holds to one kind of request. */
export function recordedReplies(name: string, kind: string): Record<string, unknown>[] {
  return stepsOf(name).flatMap((step) => (step.kind === kind && step.reply ? [step.reply.body] : []))
}
