import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import type { EngineFileSystem, EngineModule, LokListener } from './engine-module.js'
import { fontDirectory, placeFontIndex } from './font-index.js'
import { wasmDirectory, writeGlue } from './glue.js'

const fontRulesDirectory = '/instdir/share/fontconfig/conf.d/'
const mainStartTimeoutMs = 60_000

/*
 * The package activates every sample rule of fontconfig, with one that switches smooth text off.
 * The others dropped here contradict each other or spoil the rendering on a screen.
 */
const unwantedFontRules =
  /no-antialias|hinting-(full|medium|none)|autohint|sub-pixel-(bgr|rgb|vbgr|vrgb)|lcdfilter-(legacy|light|none)|unhinted|scale-bitmap/

const userDirectories = ['temp/embeddedfonts/fromdocs', 'temp/embeddedfonts/fromsystem', 'registry/data']

/** Loads LibreOffice up to the moment at which LibreOfficeKit may be initialised. */
export async function bootEngine(scratchDirectory: string, onLok: LokListener): Promise<EngineModule> {
  const module = await loadModule(writeGlue(scratchDirectory), onLok)
  const { FS } = module
  for (const rule of FS.readdir(fontRulesDirectory))
    if (unwantedFontRules.test(rule)) FS.unlink(fontRulesDirectory + rule)
  for (const directory of userDirectories) FS.mkdirTree(`/instdir/user/${directory}`)
  const chineseFont = chineseFontPath()
  FS.writeFile(`${fontDirectory}/${basename(chineseFont)}`, readFileSync(chineseFont))
  placeFontIndex(FS)
  await mainPastInit(FS)
  return module
}

/** The package has Latin fonts only; this one covers Chinese and Japanese. */
function chineseFontPath(): string {
  return createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  )
}

function loadModule(gluePath: string, onLok: LokListener): Promise<EngineModule> {
  const directory = wasmDirectory()
  return new Promise((resolve, reject) => {
    const module = {
      wasmBinary: readFileSync(join(directory, 'soffice.wasm')),
      locateFile: (name: string) => join(directory, name),
      onLok,
      onAbort: (reason: unknown) => {
        reject(new Error(`The engine aborted: ${String(reason)}`))
      },
      onRuntimeInitialized: () => {
        resolve(module as unknown as EngineModule)
      },
      print: ignoreOutput,
      printErr: ignoreOutput,
    }
    // The glue takes its settings from, and leaves its exports in, this global.
    Object.assign(globalThis, { Module: module })
    createRequire(import.meta.url)(gluePath)
  })
}

/** LibreOffice's own log may hold names and text of documents. */
function ignoreOutput(): void {
  return
}

/*
 * LibreOffice's main loop (timers, idle work) belongs to the thread that initialises its window layer first. That must
 * be the thread of main(), which the glue starts right after `onRuntimeInitialized`; both at once dead-lock. The first
 * visible sign that main() is past it is that it opens fontconfig's settings: its file calls come to this thread.
 */
function mainPastInit(fileSystem: EngineFileSystem): Promise<void> {
  const open = fileSystem.open
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      fileSystem.open = open
      clearTimeout(timer)
      // Never go on inside the call that main() is waiting for.
      setImmediate(settle)
    }
    const timer = setTimeout(() => {
      finish(() => {
        reject(new Error('The engine did not start its main thread.'))
      })
    }, mainStartTimeoutMs)
    fileSystem.open = function (path, ...rest) {
      if (typeof path === 'string' && path.endsWith('/fontconfig/fonts.conf')) finish(resolve)
      return open.call(this, path, ...rest)
    }
  })
}
