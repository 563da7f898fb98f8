import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { LauncherError } from './launcher-error.js'

const secretsSchema = z.object({
  portalSecret: z.string().min(32),
  documentServerSecret: z.string().min(32),
})

export type Secrets = z.infer<typeof secretsSchema>

/** Reads the installation's secrets, or makes them at the first start; only their owner can read the file. */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, 'secrets.json')
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw new LauncherError(`The secrets in ${path} cannot be read: check who owns the file.`, { cause })
  })
  if (text === undefined) return createSecrets(path)
  const parsed = secretsSchema.safeParse(parseJson(text))
  if (!parsed.success)
    // Making new ones would sign everybody out and orphan open documents, so a person decides.
    throw new LauncherError(
      `The secrets in ${path} are damaged: restore the file from a backup, or delete it to have new ones made (everybody must sign in again).`,
    )
  return parsed.data
}

async function createSecrets(path: string): Promise<Secrets> {
  const secrets = { portalSecret: newSecret(), documentServerSecret: newSecret() }
  const temporary = `${path}.new`
  const file = await open(temporary, 'w', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(secrets, undefined, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  return secrets
}

function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The schema refuses undefined with the message a person needs.
    return undefined
  }
}
