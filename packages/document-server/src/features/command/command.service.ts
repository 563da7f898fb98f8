import { CommandError, ForceSaveType } from '@lectern/shared'
import type { CommandReply } from '@lectern/shared'
import { z } from 'zod'
import { buildNumber, presenceBody, protocolVersion } from '../callback/index.js'
import type { CallbackSender } from '../callback/index.js'
import type { DocumentStore, ForgottenStore } from '../documents/index.js'
import type { ResultLinks } from '../results/index.js'
import type { SessionRegistry } from '../sessions/index.js'

const commandSchema = z.object({
  c: z.string(),
  key: z.string().max(128).optional(),
  users: z.array(z.string()).optional(),
  userdata: z.string().optional(),
  meta: z.object({ title: z.string().max(255).optional() }).optional(),
})
type Command = z.infer<typeof commandSchema>

/** Carries out what a portal asks for besides editing. */
export interface CommandService {
  /** `claims` are verified; `baseUrl` is where the portal reached this server. */
  run: (claims: unknown, baseUrl: string) => Promise<CommandReply | Record<string, unknown>>
}

interface CommandDependencies {
  sessions: SessionRegistry
  store: DocumentStore
  forgotten: ForgottenStore
  links: ResultLinks
  callbacks: CallbackSender
}

const withoutKey = new Set(['version', 'license', 'getForgottenList'])

/** Creates the command service. */
export function createCommandService(deps: CommandDependencies): CommandService {
  const { sessions, store, forgotten, links } = deps

  async function info(key: string, { userdata }: Command): Promise<CommandReply> {
    const session = sessions.find(key)
    if (session) return session.info(userdata)
    const record = await store.find(key)
    if (!record) return { key, error: CommandError.UnknownKey }
    if (record.callbackUrl) {
      const body = presenceBody(key, [], { userData: userdata })
      void deps.callbacks.send(record.callbackUrl, () => body, { retry: false })
    }
    return { key, error: CommandError.None, users: [] }
  }

  async function drop(key: string, { users }: Command): Promise<CommandReply> {
    void sessions.find(key)?.drop(users ?? [])
    return { key, error: CommandError.None }
  }

  async function forceSave(key: string, { userdata }: Command): Promise<CommandReply> {
    const session = sessions.find(key)
    if (!session) {
      const known = await store.find(key)
      return { key, error: known ? CommandError.NoChanges : CommandError.UnknownKey }
    }
    const started = session.forceSave({ type: ForceSaveType.Command, userData: userdata })
    return { key, error: started ? CommandError.None : CommandError.NoChanges }
  }

  async function rename(key: string, { meta }: Command): Promise<CommandReply> {
    const session = sessions.find(key)
    const record = session ? undefined : await store.find(key)
    if (!session && !record) return { key, error: CommandError.UnknownKey }
    if (meta?.title && session) await session.rename(meta.title)
    if (meta?.title && record) await store.save({ ...record, title: meta.title })
    return { key, error: CommandError.None }
  }

  async function getForgotten(key: string, baseUrl: string): Promise<CommandReply> {
    const file = await forgotten.find(key)
    if (!file) return { key, error: CommandError.UnknownKey }
    const name = `output.${file.fileType}`
    const url = links.create(baseUrl, `/cache/files/forgotten/${key}/${name}/${name}`, key, name)
    return { key, error: CommandError.None, url }
  }

  async function deleteForgotten(key: string): Promise<CommandReply> {
    if (!(await forgotten.find(key))) return { key, error: CommandError.UnknownKey }
    await forgotten.remove(key)
    return { key, error: CommandError.None }
  }

  return {
    run: async (claims, baseUrl) => {
      const parsed = commandSchema.safeParse(claims)
      if (!parsed.success) return { error: CommandError.UnknownKey }
      const command = parsed.data
      const { c, key } = command
      if (key === undefined && !withoutKey.has(c)) return { error: CommandError.UnknownKey }
      switch (c) {
        case 'version':
          return { error: CommandError.None, version: `${protocolVersion}.${buildNumber}` }
        case 'license':
          return license()
        case 'getForgottenList':
          return { error: CommandError.None, keys: (await forgotten.list()).map((file) => file.key) }
        case 'info':
          return info(key ?? '', command)
        case 'drop':
          return drop(key ?? '', command)
        case 'forcesave':
          return forceSave(key ?? '', command)
        case 'meta':
          return rename(key ?? '', command)
        case 'getForgotten':
          return getForgotten(key ?? '', baseUrl)
        case 'deleteForgotten':
          return deleteForgotten(key ?? '')
        default:
          return { key, error: CommandError.UnknownCommand }
      }
    },
  }
}

/** Fields that portals read; Lectern has no licence limits. */
function license(): Record<string, unknown> {
  return {
    error: CommandError.None,
    license: { end_date: null, trial: false, customization: false, connections: 0, users_count: 0 },
    server: { resultType: 3, packageType: 0, buildVersion: protocolVersion, buildNumber },
    quota: { users: [], users_view: [] },
  }
}
