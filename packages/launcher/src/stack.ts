import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { LauncherConfig } from './config.js'
import { claimPort } from './ports.js'
import type { Secrets } from './secrets.js'
import { supervise } from './supervisor.js'
import type { ReadyMessage, SupervisedProcess } from './supervisor.js'

/** Where the embedded document server appears on the portal's own port. */
const DOCUMENT_SERVER_PATH = '/document-server'

export interface StackOptions {
  config: LauncherConfig
  secrets: Secrets
  say: (line: string) => void
  /** The portal is up: at first, and again after a crash. */
  onPortalReady: (message: ReadyMessage) => void
  onProcessesChange: (processes: Record<string, number>) => void
}

export interface Stack {
  port: number
  started: Promise<void>
  stop: () => Promise<void>
  kill: () => void
}

/** Starts the portal and, unless another one is configured, the embedded document server. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { config, say, onPortalReady, onProcessesChange } = options
  const port = await claimPort(config.host, config.port)
  const documentServerPort = config.externalDocumentServer ? undefined : await claimPort('127.0.0.1', 0)
  const processes: Record<string, number> = {}
  const note = (name: string, pid: number) => {
    processes[name] = pid
    onProcessesChange({ ...processes })
  }

  const documentServer =
    documentServerPort === undefined
      ? undefined
      : supervise({
          name: 'document server',
          entry: entryOf('@lectern/document-server'),
          environment: documentServerEnvironment(options, documentServerPort),
          say,
          onReady: (_, pid) => note('documentServer', pid),
        })
  const portal = supervise({
    name: 'portal',
    entry: entryOf('@lectern/api'),
    environment: portalEnvironment(options, port, documentServerPort),
    say,
    onReady: (message, pid) => {
      note('portal', pid)
      onPortalReady(message)
    },
  })
  // The document server first: what it still has to save, it hands to the portal.
  const stopOrder = [documentServer, portal].filter((part): part is SupervisedProcess => part !== undefined)
  return {
    port,
    started: Promise.all(stopOrder.map((part) => part.started)).then(() => undefined),
    stop: async () => {
      for (const part of stopOrder) await part.stop()
    },
    kill: () => stopOrder.forEach((part) => part.kill()),
  }
}

function documentServerEnvironment({ config, secrets }: StackOptions, port: number): NodeJS.ProcessEnv {
  return {
    ...config.environment,
    LOG_LEVEL: config.logLevel,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: join(config.dataDir, 'document-server'),
    JWT_SECRET: secrets.documentServerSecret,
    JWT_HEADER: config.environment.DOCUMENT_SERVER_JWT_HEADER ?? 'Authorization',
  }
}

function portalEnvironment(
  { config, secrets }: StackOptions,
  port: number,
  documentServerPort: number | undefined,
): NodeJS.ProcessEnv {
  const external = config.externalDocumentServer
  return {
    ...config.environment,
    LOG_LEVEL: config.logLevel,
    HOST: config.host,
    PORT: String(port),
    DATA_DIR: config.dataDir,
    WEB_DIST: config.environment.WEB_DIST ?? join(packageFolder('@lectern/web'), 'dist'),
    PORTAL_SECRET: config.portalSecret ?? secrets.portalSecret,
    PORTAL_INTERNAL_URL: config.portalInternalUrl ?? `http://${reachableHost(config.host)}:${port}`,
    DOCUMENT_SERVER_URL: external?.url ?? DOCUMENT_SERVER_PATH,
    DOCUMENT_SERVER_INTERNAL_URL: external?.internalUrl ?? `http://127.0.0.1:${documentServerPort ?? 0}`,
    DOCUMENT_SERVER_SECRET: external?.secret ?? secrets.documentServerSecret,
  }
}

/** An address that stands for "all of this machine's addresses" cannot be called: use the machine's own. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

function packageFolder(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
}

function entryOf(name: string): string {
  return join(packageFolder(name), 'dist', 'main.js')
}
