import { bannerLines } from './banner.js'
import type { LauncherConfig } from './config.js'
import { claimDataDirectory } from './data-directory-claim.js'
import { prepareDataDirectory } from './data-directory.js'
import { loadSecrets } from './secrets.js'
import type { Stack } from './stack.js'
import { startStack } from './stack.js'
import { createStatusFile } from './status-file.js'

/** Sets everything going; `started` settles when people can sign in. */
export async function launch(config: LauncherConfig, say: (line: string) => void): Promise<Stack> {
  await prepareDataDirectory(config.dataDir)
  const endClaim = await claimDataDirectory(config.dataDir)
  const secrets = await loadSecrets(config.dataDir)
  const status = createStatusFile(config.dataDir)
  let announced = false
  let signInUrl: string | undefined
  let address = ''
  let port = config.port
  const stack = await startStack({
    config,
    secrets,
    say,
    onPortalReady: (message) => {
      address = config.publicUrl ?? message.address ?? `http://localhost:${message.port}`
      // A restart makes a new one-time link; the printed one is void then.
      if (announced && message.signInUrl && message.signInUrl !== signInUrl)
        say(`New one-time sign-in link: ${message.signInUrl}`)
      signInUrl = message.signInUrl
      port = message.port
    },
    onProcessesChange: (processes) => {
      status.write({ port, processes }).catch((error: unknown) => {
        say(`The status file cannot be written: ${error instanceof Error ? error.message : String(error)}`)
      })
    },
  })
  const started = stack.started.then(() => {
    for (const line of bannerLines({ address, signInUrl })) say(line)
    announced = true
  })
  // Whoever waits for it hears of a failure; a stop during the start must not end the process as unhandled.
  started.catch(() => undefined)
  return {
    ...stack,
    started,
    stop: async () => {
      await stack.stop()
      await status.remove()
      await endClaim()
    },
  }
}
