import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './paths.mjs'
import { StepError, runStep } from './step.mjs'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of a browser for the journeys: a given one, an installed one, Playwright's, or the system's package. */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (isProgram(given)) return given
    throw new StepError(`CHROMIUM_PATH names ${given}, which is no program: correct it, or leave it out.`)
  }
  return installed() ?? (await downloaded()) ?? (await fromSystemPackage()) ?? missing()
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...candidates, ...elsewhere].find(isProgram)
}

async function downloaded() {
  const playwright = join(root, 'e2e/node_modules/.bin/playwright')
  const present = playwrightBrowser()
  if (present) return present
  try {
    await runStep("Downloading Playwright's Chromium", playwright, ['install', 'chromium', '--only-shell'], {
      env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '' },
    })
  } catch (error) {
    if (!(error instanceof StepError)) throw error
    console.log('That download is not possible here; looking further.')
  }
  return playwrightBrowser()
}

function playwrightBrowser() {
  const script = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))"
  const { stdout } = spawnSync(process.execPath, ['-e', script], { cwd: join(root, 'e2e'), encoding: 'utf8' })
  const path = stdout.trim()
  return path && existsSync(path) ? path : undefined
}

async function fromSystemPackage() {
  if (process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return undefined
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runStep('Reading the lists of Debian packages', 'apt-get', ['update', '-q'], { env })
  await runStep(
    'Installing the Debian package chromium',
    'apt-get',
    ['install', '-qy', '--no-install-recommends', 'chromium'],
    { env },
  )
  return installed()
}

function missing() {
  throw new StepError(
    'The journeys need Chromium or Chrome, and none was found: install one, or set CHROMIUM_PATH to its program.',
  )
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
