import { ConversionError, conversionRequestSchema } from '@lectern/shared'
import type { ConversionReply, ConversionRequest } from '@lectern/shared'
import type { Clock } from '../../lib/clock.js'
import { DocumentServerError, reasonOf } from '../../lib/errors.js'
import type { Log } from '../../lib/log.js'
import { createSerial } from '../../lib/serial.js'
import type { Downloader } from '../documents/index.js'
import { EngineError, isCodePage } from '../engine/index.js'
import type { EngineErrorCode } from '../engine/index.js'
import type { ResultLinks, ResultStore } from '../results/index.js'
import type { ConversionJob, StoredConversion } from './conversion-jobs.js'
import { createConversionJobs } from './conversion-jobs.js'
import { chooseOutputType, hasPages } from './conversion-types.js'
import { convert } from './convert.js'
import type { Converters } from './convert.js'

/** Turns documents into other file types for a portal. */
export interface ConversionService {
  /** `claims` are verified; `baseUrl` is where the portal reached this server. */
  run: (claims: unknown, baseUrl: string) => Promise<ConversionReply>
}

/** A conversion that is over; `error` is a code of the protocol. */
export interface ConversionReport {
  /** ISO text. */
  at: string
  key: string
  fileType: string
  outputType: string
  durationMs: number
  error?: number
}

interface ConversionDependencies extends Converters {
  clock: Clock
  log: Log
  downloader: Downloader
  results: ResultStore
  links: ResultLinks
  timeoutMs: number
  /** Hears of every conversion that ended, not of results that were known. */
  onDone?: (report: ConversionReport) => void
}

/** Fails a conversion with a code of the protocol. */
class ConversionFailure extends Error {
  override readonly name = 'ConversionFailure'
  constructor(
    readonly code: ConversionError,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/**
 * Creates the conversion service: one conversion at a time, and beside it one picture, which may have to wait until
 * nobody is disturbed by it; each result is kept for who asks again.
 */
export function createConversionService(deps: ConversionDependencies): ConversionService {
  const { clock, log, links, results } = deps
  const queue = createSerial()
  const pictureQueue = createSerial()
  const jobs = createConversionJobs({ clock, results })

  async function work(request: ConversionRequest, job: ConversionJob): Promise<StoredConversion> {
    job.percent = 10
    const bytes = await deps.downloader.download(request.url)
    const converted = await (request.thumbnail ? pictureQueue : queue).run(() => {
      job.percent = 30
      return withTimeout(convert(deps, bytes, request, (percent) => (job.percent = percent)))
    })
    const folder = results.newFolder(`conv_${request.key}`)
    const fileName = `output.${converted.fileType}`
    try {
      const path = await results.put({ key: request.key, folder, fileName, bytes: converted.bytes })
      return { path, fileType: converted.fileType }
    } catch (cause) {
      throw new ConversionFailure(ConversionError.Storage, 'The result could not be stored.', { cause })
    }
  }

  async function reported(request: ConversionRequest, job: ConversionJob): Promise<StoredConversion> {
    const startedAt = clock.now()
    const report = (error?: number) => {
      const { key, filetype: fileType, outputtype: outputType } = request
      const at = new Date(startedAt).toISOString()
      deps.onDone?.({ at, key, fileType, outputType, durationMs: clock.now() - startedAt, error })
    }
    try {
      const stored = await work(request, job)
      report()
      return stored
    } catch (cause) {
      report(codeOf(cause))
      throw cause
    }
  }

  function withTimeout<Result>(result: Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const cancel = clock.after(deps.timeoutMs, () => {
        const message = `The conversion took longer than ${deps.timeoutMs} ms.`
        reject(new ConversionFailure(ConversionError.Timeout, message))
      })
      result.then(resolve, reject).finally(cancel)
    })
  }

  function replyWith({ path, fileType }: StoredConversion, request: ConversionRequest, baseUrl: string) {
    const fileName = nameOf(request.title, fileType)
    const named = `${path.slice(0, path.lastIndexOf('/'))}/${fileName}`
    const fileUrl = links.create(baseUrl, named, request.key, fileName)
    return { fileUrl, fileType, percent: 100, endConvert: true } as const
  }

  return {
    run: async (claims, baseUrl) => {
      const request = readRequest(claims)
      if (typeof request === 'number') return { error: request }
      const job = await jobs.find(request, (created) => reported(request, created))
      if (request.async && job.isRunning) return { percent: job.percent, endConvert: false }
      try {
        return replyWith(await job.result, request, baseUrl)
      } catch (cause) {
        jobs.forget(job)
        const error = codeOf(cause)
        const { key, filetype, outputtype } = request
        log.warn({ key, filetype, outputtype, error, reason: reasonOf(cause) }, 'A conversion failed')
        return { error }
      }
    },
  }
}

/** Reads a request; gives the error code of one that cannot be carried out. */
function readRequest(claims: unknown): ConversionRequest | ConversionError {
  const parsed = conversionRequestSchema.safeParse(claims)
  if (!parsed.success) return ConversionError.Parameters
  const { codePage, pageRange } = parsed.data
  const filetype = parsed.data.filetype.toLowerCase()
  const outputtype = chooseOutputType(filetype, parsed.data.outputtype)
  if (outputtype === null) return ConversionError.OutputType
  if (outputtype === undefined) return ConversionError.Parameters
  if (codePage !== undefined && !isCodePage(codePage)) return ConversionError.Parameters
  if (pageRange !== undefined && !hasPages(outputtype)) return ConversionError.Parameters
  return { ...parsed.data, filetype, outputtype }
}

const engineCodes: Record<EngineErrorCode, ConversionError> = {
  LOST: ConversionError.Conversion,
  UNREADABLE: ConversionError.Conversion,
  UNSUPPORTED: ConversionError.Conversion,
  PASSWORD: ConversionError.Password,
  TOOL_MISSING: ConversionError.Conversion,
  BUSY: ConversionError.Unknown,
}

function codeOf(cause: unknown): ConversionError {
  if (cause instanceof ConversionFailure) return cause.code
  if (cause instanceof EngineError) return engineCodes[cause.code]
  if (!(cause instanceof DocumentServerError)) return ConversionError.Unknown
  if (cause.code === 'TOO_LARGE') return ConversionError.TooLarge
  return cause.code === 'DOWNLOAD_FAILED' ? ConversionError.Download : ConversionError.Unknown
}

/** A result is called as the portal wishes, with the extension of what it is. */
function nameOf(title: string | undefined, fileType: string): string {
  const base = (title ?? '').replace(/\.[^.]*$/, '').replace(/[/\\\0]/g, '_')
  return `${base === '' || /^\.+$/.test(base) ? 'output' : base}.${fileType}`
}
