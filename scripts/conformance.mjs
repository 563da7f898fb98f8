import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { runCommand } from './lib/command-line.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/paths.mjs'
import { StepError } from './lib/step.mjs'

const usage = `npm run conformance [-- options] [names of suites]
  --url URL            a running document server; without it an embedded one is started
  --secret S           its JWT secret
  --jwt-header NAME    its JWT header (Authorization)
  --portal-host HOST   this machine, as that server can reach it (127.0.0.1)`

await runCommand({
  usage,
  options: {
    url: { type: 'string' },
    secret: { type: 'string' },
    'jwt-header': { type: 'string' },
    'portal-host': { type: 'string' },
  },
  run,
})

async function run(values, names) {
  if (values.url && !values.secret)
    throw new StepError('--url needs --secret: the JWT secret of that server.')
  await ensureInstalled()
  await ensureBuilt()
  const project = join(root, 'packages/document-server')
  const { status } = spawnSync(
    join(project, 'node_modules/.bin/vitest'),
    ['run', '--config=conformance/vitest.config.ts', ...names],
    {
      cwd: project,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        CONFORMANCE_URL: values.url ?? '',
        CONFORMANCE_SECRET: values.secret ?? '',
        CONFORMANCE_JWT_HEADER: values['jwt-header'] ?? '',
        CONFORMANCE_PORTAL_HOST: values['portal-host'] ?? '',
      },
    },
  )
  return status ?? 1
}
