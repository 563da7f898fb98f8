import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EngineError } from '../engine/index.js'

interface Tool {
  program: string
  /** Debian's package. */
  package: string
  arguments: (input: string, output: string) => string[]
}

const djvu: Tool = {
  ...{ program: 'ddjvu', package: 'djvulibre-bin' },
  arguments: (input, output) => ['-format=pdf', input, output],
}
const xps: Tool = {
  ...{ program: 'xpstopdf', package: 'libgxps-utils' },
  arguments: (input, output) => [input, output],
}

/** Files of finished pages, which programs of the machine turn into PDF. */
const tools: Record<string, Tool> = { djvu, xps, oxps: xps }

const timeoutMs = 60_000
const maxPdfBytes = 512 * 1024 * 1024
const maxMessageBytes = 65_536

/** Tells whether files of a type have to be turned into PDF before they can be shown. */
export function isPrintFile(fileType: string): boolean {
  return Object.hasOwn(tools, fileType)
}

/** Turns a DjVu or XPS file into PDF. Throws an EngineError that says what to install when its program is missing. */
export async function printFileToPdf(
  bytes: Uint8Array,
  fileType: string,
  programPath: string,
): Promise<Uint8Array> {
  const tool = tools[fileType]
  if (!tool) throw new EngineError('UNSUPPORTED', `Files of type "${fileType}" are not turned into PDF.`)
  const folder = await mkdtemp(join(tmpdir(), 'lectern-pages-'))
  try {
    const input = join(folder, `input.${fileType}`)
    const output = join(folder, 'output.pdf')
    await writeFile(input, bytes)
    await run(tool, tool.arguments(input, output), { folder, programPath })
    return await readPdf(output, fileType)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Place {
  folder: string
  programPath: string
}

/** The program reads strangers' files: it gets none of our environment but where programs are. */
function run(tool: Tool, args: string[], { folder, programPath }: Place): Promise<void> {
  const options = {
    ...{ cwd: folder, env: { PATH: programPath }, maxBuffer: maxMessageBytes },
    ...{ timeout: timeoutMs, killSignal: 'SIGKILL' as const },
  }
  return new Promise((resolve, reject) => {
    execFile(tool.program, args, options, (error) => {
      if (!error) resolve()
      else if (error.code === 'ENOENT') reject(missing(tool, error))
      else if (error.killed) reject(unreadable('It takes too long to turn the file into PDF.', error))
      else reject(unreadable('The file is damaged, or it is not what its name says.', error))
    })
  })
}

async function readPdf(path: string, fileType: string): Promise<Uint8Array> {
  const pdf = await readFile(path).catch((cause: unknown) => {
    throw unreadable(`The ${fileType} file has no pages.`, cause)
  })
  if (pdf.length > maxPdfBytes) throw unreadable('The file has too many pages to be shown.')
  return pdf
}

function missing({ program, package: name }: Tool, cause: unknown): EngineError {
  const message = `The program ${program} is missing on this server. Install it, on Debian by: apt-get install ${name}`
  return new EngineError('TOOL_MISSING', message, { cause })
}

function unreadable(message: string, cause?: unknown): EngineError {
  return new EngineError('UNREADABLE', message, { cause })
}
