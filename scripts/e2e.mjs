import { ensureBuilt } from './lib/build.mjs'
import { runCommand } from './lib/command-line.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runJourneys } from './lib/journeys.mjs'
import { StepError } from './lib/step.mjs'

const usage = `npm run e2e [-- options] [names of journeys]
  --document-server URL   an ONLYOFFICE Docs server instead of the embedded one
  --secret S              its JWT secret
  --jwt-header NAME       its JWT header (Authorization)
  --portal-host HOST      this machine, as that server can reach it (its first network address)`

await runCommand({
  usage,
  options: {
    'document-server': { type: 'string' },
    secret: { type: 'string' },
    'jwt-header': { type: 'string' },
    'portal-host': { type: 'string' },
  },
  run,
})

async function run(values, positionals) {
  if (values['document-server'] && !values.secret)
    throw new StepError('--document-server needs --secret: the JWT secret of that server.')
  await ensureInstalled()
  await ensureBuilt()
  const { passed, failed, skipped } = await runJourneys({
    args: positionals,
    env: {
      E2E_DOCUMENT_SERVER_URL: values['document-server'] ?? '',
      E2E_DOCUMENT_SERVER_SECRET: values.secret ?? '',
      E2E_DOCUMENT_SERVER_JWT_HEADER: values['jwt-header'] ?? '',
      E2E_PORTAL_HOST: values['portal-host'] ?? '',
    },
  })
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return failed > 0 ? 1 : 0
}
