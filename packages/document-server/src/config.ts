import { resolve } from 'node:path'
import { z } from 'zod'
import type { StatusPageAccess } from './features/status/index.js'

const days = (fallback: number) => z.coerce.number().positive().max(36_500).default(fallback)
const milliseconds = (fallback: number) => z.coerce.number().int().min(0).max(86_400_000).default(fallback)
const waits = (fallback: string) =>
  z
    .string()
    .regex(/^\d{1,6}(,\d{1,6}){0,9}$/, 'is no list of milliseconds, such as 1000,2000,4000')
    .default(fallback)
    .transform((value) => value.split(',').map(Number))
const memoryUnits: Record<string, number> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 }
const memory = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,3})?[KMG]?$/, 'is no amount of memory, such as 4G, 2500M or a number of bytes')
  .transform((value) => Math.round(parseFloat(value) * (memoryUnits[/[KMG]?$/.exec(value)?.[0] ?? ''] ?? 1)))
const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false'])
    .default(fallback ? 'true' : 'false')
    .transform((value) => value === 'true')

const environmentSchema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATA_DIR: z.string().min(1).default('./data/document-server'),
    JWT_ENABLED: flag(true),
    JWT_SECRET: z.string().min(1).optional(),
    JWT_HEADER: z
      .string()
      .regex(/^[A-Za-z0-9-]+$/)
      .default('Authorization'),
    SAVE_DELAY_MS: milliseconds(500),
    FORCE_SAVE_INTERVAL_MS: milliseconds(0),
    RECONNECT_GRACE_MS: milliseconds(5_000),
    RECOVERY_GRACE_MS: milliseconds(10_000),
    SNAPSHOT_DELAY_MS: milliseconds(2_000),
    SNAPSHOT_INTERVAL_MS: milliseconds(4_000),
    CALLBACK_TIMEOUT_MS: milliseconds(60_000),
    CALLBACK_RETRY_WAITS_MS: waits('1000,2000,4000'),
    DOWNLOAD_RETRY_WAITS_MS: waits('1000,1000'),
    DOWNLOAD_TIMEOUT_MS: milliseconds(120_000),
    CONVERSION_TIMEOUT_MS: milliseconds(120_000),
    MAX_FILE_BYTES: z.coerce.number().int().positive().default(100_000_000),
    CLOSED_DOCUMENT_DAYS: days(7),
    STALE_KEY_DAYS: days(90),
    MAX_SOCKETS_PER_ADDRESS: z.coerce.number().int().positive().default(200),
    ENGINE_PROCESSES: z.coerce.number().int().min(1).max(64).optional(),
    ENGINE_MEMORY: memory.optional(),
    ENGINE_DOCUMENTS: z.coerce.number().int().min(1).max(1_000).default(40),
    ENGINE_TIMEOUT_MS: milliseconds(120_000),
    PATH: z.string().default('/usr/local/bin:/usr/bin:/bin'),
    STATUS_PAGE: z.enum(['on', 'local', 'off']).default('local'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .refine((value) => !value.JWT_ENABLED || value.JWT_SECRET !== undefined, {
    path: ['JWT_SECRET'],
    message: 'is missing. Set it to the secret shared with the portal (openssl rand -hex 32).',
  })

export interface Config {
  port: number
  host: string
  dataDir: string
  jwtSecret: string | undefined
  jwtHeader: string
  saveDelayMs: number
  /** How often changed documents are stored in the portal while people go on; 0 is never. */
  forceSaveIntervalMs: number
  reconnectGraceMs: number
  recoveryGraceMs: number
  snapshotDelayMs: number
  snapshotIntervalMs: number
  callbackTimeoutMs: number
  /** Pauses before each further try of a callback that was not answered well. */
  callbackRetryWaitsMs: number[]
  downloadRetryWaitsMs: number[]
  downloadTimeoutMs: number
  conversionTimeoutMs: number
  maxFileBytes: number
  /** How long a document that was closed unchanged is kept, for a quick opening. */
  closedDocumentDays: number
  /** How long it is known that a key is of the past. */
  staleKeyDays: number
  maxSocketsPerAddress: number
  engines: {
    /** Memory for all engine processes together; without it, a share of the machine's. */
    memoryBytes: number | undefined
    maxProcesses: number | undefined
    maxDocumentsPerProcess: number
    /** How long an engine may be silent before it counts as hung. */
    answerTimeoutMs: number
  }
  /** Where programs for files of finished pages are looked for. */
  programPath: string
  /** Who may see the status page. */
  statusPage: StatusPageAccess
  logLevel: string
}

/** Reads the environment once; throws one error that names every fault. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environmentSchema.safeParse(environment)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new Error(`The document server's settings are wrong:\n- ${faults.join('\n- ')}`)
  }
  const value = parsed.data
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: resolve(value.DATA_DIR),
    jwtSecret: value.JWT_ENABLED ? value.JWT_SECRET : undefined,
    jwtHeader: value.JWT_HEADER,
    saveDelayMs: value.SAVE_DELAY_MS,
    forceSaveIntervalMs: value.FORCE_SAVE_INTERVAL_MS,
    reconnectGraceMs: value.RECONNECT_GRACE_MS,
    recoveryGraceMs: value.RECOVERY_GRACE_MS,
    snapshotDelayMs: value.SNAPSHOT_DELAY_MS,
    snapshotIntervalMs: value.SNAPSHOT_INTERVAL_MS,
    callbackTimeoutMs: value.CALLBACK_TIMEOUT_MS,
    callbackRetryWaitsMs: value.CALLBACK_RETRY_WAITS_MS,
    downloadRetryWaitsMs: value.DOWNLOAD_RETRY_WAITS_MS,
    downloadTimeoutMs: value.DOWNLOAD_TIMEOUT_MS,
    conversionTimeoutMs: value.CONVERSION_TIMEOUT_MS,
    maxFileBytes: value.MAX_FILE_BYTES,
    closedDocumentDays: value.CLOSED_DOCUMENT_DAYS,
    staleKeyDays: value.STALE_KEY_DAYS,
    maxSocketsPerAddress: value.MAX_SOCKETS_PER_ADDRESS,
    engines: {
      memoryBytes: value.ENGINE_MEMORY,
      maxProcesses: value.ENGINE_PROCESSES,
      maxDocumentsPerProcess: value.ENGINE_DOCUMENTS,
      answerTimeoutMs: value.ENGINE_TIMEOUT_MS,
    },
    programPath: value.PATH,
    statusPage: value.STATUS_PAGE,
    logLevel: value.LOG_LEVEL,
  }
}
