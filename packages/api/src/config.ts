import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { OidcSettings } from './features/oidc/index.js'

const httpUrl = (hint: string) =>
  z
    .url({ protocol: /^https?$/, error: `must be an http(s) address, such as ${hint}` })
    .transform((url) => url.replace(/\/+$/, ''))

const pathOrUrl = z
  .string()
  .transform((value) => value.replace(/\/+$/, ''))
  .refine((value) => /^\/[\w./-]+$/.test(value) || /^https?:\/\/[^\s]+$/.test(value), {
    error: 'must be an http(s) address or a path, such as http://documents.example:8080 or /document-server',
  })

const environmentSchema = z.object({
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, {
      error: 'must start with postgresql://; leave it out for the embedded database',
    })
    .optional(),
  PUBLIC_URL: httpUrl('https://office.example.org').optional(),
  PORTAL_SECRET: z
    .string()
    .min(32, { error: 'needs at least 32 characters; make one with: openssl rand -hex 32' }),
  PORTAL_INTERNAL_URL: httpUrl('http://portal:3000').optional(),
  DOCUMENT_SERVER_URL: pathOrUrl.default('/document-server'),
  DOCUMENT_SERVER_INTERNAL_URL: httpUrl('http://127.0.0.1:8000').optional(),
  DOCUMENT_SERVER_SECRET: z.string(),
  DOCUMENT_SERVER_JWT_HEADER: z.string().default('Authorization'),
  ADMIN_EMAIL: z.email({ error: 'must be an e-mail address' }).optional(),
  ADMIN_PASSWORD: z.string().min(10, { error: 'needs at least 10 characters' }).optional(),
  ADMIN_API_TOKEN: z
    .string()
    .min(24, { error: 'needs at least 24 characters; make one with: openssl rand -hex 32' })
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be such as smtp://user:password@mail.example.org:587' })
    .optional(),
  MAIL_FROM: z.string().default('Lectern <lectern@localhost>'),
  // As it is written: the provider's own spelling, with or without a slash at the end, has to match.
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address, such as https://accounts.example.org' })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().max(60, { error: 'must be at most 60 characters long' }).default('Single sign-on'),
  OIDC_ALLOWED_DOMAINS: z
    .string()
    .regex(/^[\w.-]+(\s*,\s*[\w.-]+)*$/, {
      error: 'must be domains with commas, such as example.org,school.example',
    })
    .optional(),
  OIDC_NEW_PEOPLE: z
    .enum(['member', 'guest', 'none'], { error: 'must be member, guest or none' })
    .default('member'),
  WEB_DIST: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  MAX_UPLOAD_BYTES: z.coerce.number().int().positive().default(209_715_200),
  BACKGROUND_JOBS: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  QUOTA_PERSON_BYTES: z.coerce.number().int().min(0).optional(),
  QUOTA_SPACE_BYTES: z.coerce.number().int().min(0).optional(),
  PREVIEWS: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  TRASH_RETENTION_DAYS: z.coerce.number().int().min(1).max(36_500).default(30),
  ACTIVITY_KEEP_DAYS: z.coerce.number().int().min(1).max(36_500).default(365),
  VERSIONS_KEEP: z.coerce.number().int().min(1).max(1_000_000).optional(),
  VERSIONS_KEEP_DAYS: z.coerce.number().int().min(1).max(36_500).optional(),
  TRUST_PROXY: z.string().default('loopback'),
  LECTERN_CRASH_AT: z.string().optional(),
})

type Environment = z.infer<typeof environmentSchema>

/** Everything the portal may be told from outside, read once. */
export interface Config {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  publicUrl: string | undefined
  portalSecret: string
  portalInternalUrl: string | undefined
  documentServer: { url: string; internalUrl: string; secret: string; jwtHeader: string }
  administrator: { email?: string; password?: string; apiToken?: string }
  /** Single sign-on, when there is a provider. */
  oidc: OidcSettings | undefined
  /** Where mails go out; without an address links are shown instead. */
  mail: { smtpUrl: string | undefined; from: string }
  webDist: string
  logLevel: Environment['LOG_LEVEL']
  maxUploadBytes: number
  /** Of several processes on one database, one is enough to clean up and to index. */
  backgroundJobs: boolean
  /** How much room people and spaces may take, where an administrator says nothing else; undefined means no limit. */
  quotas: { personBytes: number | undefined; spaceBytes: number | undefined }
  /** Whether pictures of first pages are made, which keeps the document server busy after each save. */
  previews: boolean
  trashRetentionDays: number
  /** So long it is kept who did what. */
  activityKeepDays: number
  /** Which versions outlive the cleaning: the newest of each document, and young ones. Without both all do. */
  versionRetention: { keep: number | undefined; keepDays: number | undefined }
  trustProxy: string
  /** Name of the point at which a test kills the process. */
  crashAt: string | undefined
}

/** Thrown when the environment is wrong; lists all faults together. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads the environment into a typed object; throws one error that names every fault and its remedy. */
export function loadConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  const faults = parsed.success ? crossFaults(parsed.data) : parsed.error.issues.map(describeIssue)
  if (!parsed.success || faults.length > 0)
    throw new ConfigError(
      `The configuration is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    )
  return toConfig(parsed.data)
}

function describeIssue({ path: [name], message, input }: z.core.$ZodIssue): string {
  return `${String(name)} ${input === undefined && message.startsWith('Invalid') ? 'is missing' : message}`
}

function crossFaults(environment: Environment): string[] {
  const faults: string[] = []
  if (environment.DOCUMENT_SERVER_URL.startsWith('/') && !environment.DOCUMENT_SERVER_INTERNAL_URL)
    faults.push(
      'DOCUMENT_SERVER_INTERNAL_URL is missing: DOCUMENT_SERVER_URL is a path, so the portal must know where it leads',
    )
  if (environment.ADMIN_PASSWORD && !environment.ADMIN_EMAIL)
    faults.push('ADMIN_EMAIL is missing: ADMIN_PASSWORD is set, and people sign in with both')
  if (environment.OIDC_ISSUER && !environment.OIDC_CLIENT_ID)
    faults.push('OIDC_CLIENT_ID is missing: OIDC_ISSUER is set, and the provider gives each client an id')
  if (environment.OIDC_CLIENT_ID && !environment.OIDC_ISSUER)
    faults.push('OIDC_ISSUER is missing: OIDC_CLIENT_ID is set, and the portal must know the provider')
  return faults
}

function toOidcSettings(environment: Environment): OidcSettings | undefined {
  if (!environment.OIDC_ISSUER || !environment.OIDC_CLIENT_ID) return undefined
  return {
    issuer: environment.OIDC_ISSUER,
    clientId: environment.OIDC_CLIENT_ID,
    clientSecret: environment.OIDC_CLIENT_SECRET,
    label: environment.OIDC_LABEL,
    allowedDomains: environment.OIDC_ALLOWED_DOMAINS?.toLowerCase().split(/\s*,\s*/) ?? [],
    newPeople: environment.OIDC_NEW_PEOPLE,
  }
}

function toConfig(environment: Environment): Config {
  const defaultWebDist = fileURLToPath(new URL('../../web/dist', import.meta.url))
  return {
    port: environment.PORT,
    host: environment.HOST,
    dataDir: path.resolve(environment.DATA_DIR),
    databaseUrl: environment.DATABASE_URL,
    publicUrl: environment.PUBLIC_URL,
    portalSecret: environment.PORTAL_SECRET,
    portalInternalUrl: environment.PORTAL_INTERNAL_URL,
    documentServer: {
      url: environment.DOCUMENT_SERVER_URL,
      internalUrl: environment.DOCUMENT_SERVER_INTERNAL_URL ?? environment.DOCUMENT_SERVER_URL,
      secret: environment.DOCUMENT_SERVER_SECRET,
      jwtHeader: environment.DOCUMENT_SERVER_JWT_HEADER,
    },
    administrator: {
      email: environment.ADMIN_EMAIL,
      password: environment.ADMIN_PASSWORD,
      apiToken: environment.ADMIN_API_TOKEN,
    },
    oidc: toOidcSettings(environment),
    mail: { smtpUrl: environment.SMTP_URL, from: environment.MAIL_FROM },
    webDist: environment.WEB_DIST ? path.resolve(environment.WEB_DIST) : defaultWebDist,
    logLevel: environment.LOG_LEVEL,
    maxUploadBytes: environment.MAX_UPLOAD_BYTES,
    backgroundJobs: environment.BACKGROUND_JOBS === 'on',
    quotas: { personBytes: environment.QUOTA_PERSON_BYTES, spaceBytes: environment.QUOTA_SPACE_BYTES },
    previews: environment.PREVIEWS === 'on',
    trashRetentionDays: environment.TRASH_RETENTION_DAYS,
    activityKeepDays: environment.ACTIVITY_KEEP_DAYS,
    versionRetention: { keep: environment.VERSIONS_KEEP, keepDays: environment.VERSIONS_KEEP_DAYS },
    trustProxy: environment.TRUST_PROXY,
    crashAt: environment.LECTERN_CRASH_AT,
  }
}
