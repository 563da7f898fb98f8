import { resolve } from 'node:path'
import { z } from 'zod'
import { LauncherError } from './launcher-error.js'

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const httpUrl = z.url({ protocol: /^https?$/, error: 'is not an http or https address' })

const environmentSchema = z.object({
  PORT: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce
      .number({ error: 'is not a port number (0 to 65535)' })
      .int({ error: 'is not a port number (0 to 65535)' })
      .min(0, { error: 'is not a port number (0 to 65535)' })
      .max(65_535, { error: 'is not a port number (0 to 65535)' })
      .default(3000),
  ),
  HOST: z.preprocess((value) => (value === '' ? undefined : value), z.string().default('0.0.0.0')),
  DATA_DIR: z.preprocess((value) => (value === '' ? undefined : value), z.string().default('./data')),
  DOCUMENT_SERVER_URL: optional(httpUrl),
  DOCUMENT_SERVER_INTERNAL_URL: optional(httpUrl),
  DOCUMENT_SERVER_SECRET: optional(z.string()),
  PORTAL_INTERNAL_URL: optional(httpUrl),
  PUBLIC_URL: optional(httpUrl),
  PORTAL_SECRET: optional(z.string()),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
})

/** What one start of Lectern was asked to do. */
export interface LauncherConfig {
  port: number
  host: string
  dataDir: string
  /** Undefined: the embedded document server is started. */
  externalDocumentServer: { url: string; internalUrl: string; secret: string } | undefined
  portalInternalUrl: string | undefined
  publicUrl: string | undefined
  portalSecret: string | undefined
  logLevel: string
  /** Handed on to the child processes, which read the rest of their configuration themselves. */
  environment: NodeJS.ProcessEnv
}

/** Reads the environment once; every fault is reported together with its remedy. */
export function readConfig(
  environment: NodeJS.ProcessEnv = process.env,
  workingDirectory: string = process.cwd(),
): LauncherConfig {
  const parsed = environmentSchema.safeParse(environment)
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  if (environment.DOCUMENT_SERVER_URL && !environment.DOCUMENT_SERVER_SECRET)
    faults.push(
      'DOCUMENT_SERVER_SECRET is missing: with DOCUMENT_SERVER_URL it must hold the JWT secret of that server',
    )
  if (!parsed.success || faults.length > 0)
    throw new LauncherError(`The configuration cannot be used: ${faults.join('; ')}.`)
  const values = parsed.data
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(workingDirectory, values.DATA_DIR),
    externalDocumentServer:
      values.DOCUMENT_SERVER_URL && values.DOCUMENT_SERVER_SECRET
        ? {
            url: values.DOCUMENT_SERVER_URL,
            internalUrl: values.DOCUMENT_SERVER_INTERNAL_URL ?? values.DOCUMENT_SERVER_URL,
            secret: values.DOCUMENT_SERVER_SECRET,
          }
        : undefined,
    portalInternalUrl: values.PORTAL_INTERNAL_URL,
    publicUrl: values.PUBLIC_URL,
    portalSecret: values.PORTAL_SECRET,
    logLevel: values.LOG_LEVEL ?? 'warn',
    environment,
  }
}
