import type { DetailedError, Upload as TusUpload } from 'tus-js-client'
import { ApiError, UNREACHABLE } from '@/graphql/api-error'

/** Where a file goes: into a folder as a new document, or into a document as its new version. */
export type UploadTarget =
  { folderId: string; path: readonly string[]; onConflict: 'keep_both' | 'refuse' } | { documentId: string }

export interface UploadFileInput {
  target: UploadTarget
  file: File
}

/** An upload that goes on until it is over, paused or stopped. */
export interface FileUpload {
  /** Resolves when the file has become a document; rejects with the portal's answer, or when it was stopped. */
  done: Promise<void>
  pause(): void
  resume(): void
  /** Ends it, and has the portal forget what has arrived. */
  stop(): void
}

const retryDelaysMs = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000]
/** Proxies in between may take no larger bodies. */
const chunkBytes = 32 * 1024 * 1024

/**
 * Uploads one file by the tus protocol, which goes on where it broke off: by itself after a break of the line, and when
 * the same file is chosen again after the page was closed.
 */
export function uploadFile(
  { target, file }: UploadFileInput,
  { onProgress }: { onProgress?: (fraction: number) => void } = {},
): FileUpload {
  let upload: TusUpload | undefined
  let isStopped = false
  let isPaused = false
  let reject: (error: unknown) => void
  const done = new Promise<void>((resolve, refuse) => {
    reject = refuse
    start(resolve).catch(refuse)
  })

  async function start(resolve: () => void): Promise<void> {
    // A tenth of the whole app, and needed by whoever uploads only.
    const { Upload } = await import('tus-js-client')
    const created = new Upload(file, {
      endpoint: '/uploads',
      chunkSize: chunkBytes,
      retryDelays: retryDelaysMs,
      metadata: metadataOf({ target, file }),
      removeFingerprintOnSuccess: true,
      fingerprint: () => Promise.resolve(fingerprintOf({ target, file })),
      onShouldRetry: (error) => mayPass(error),
      onProgress: (sent, total) => onProgress?.(total > 0 ? sent / total : 0),
      onSuccess: resolve,
      onError: (error) => {
        reject(toApiError(error))
      },
    })
    const [earlier] = await created.findPreviousUploads()
    if (earlier) created.resumeFromPreviousUpload(earlier)
    upload = created
    if (!isStopped && !isPaused) created.start()
  }

  return {
    done,
    pause() {
      isPaused = true
      void upload?.abort()
    },
    resume() {
      isPaused = false
      upload?.start()
    },
    stop() {
      isStopped = true
      // What the portal keeps it forgets by itself when it cannot be told now.
      void upload?.abort(true).catch(() => undefined)
      reject(new DOMException('The upload was stopped.', 'AbortError'))
    },
  }
}

function metadataOf({ target, file }: UploadFileInput): Record<string, string> {
  if ('documentId' in target) return { filename: file.name, documentId: target.documentId }
  const { folderId, path, onConflict } = target
  return { filename: file.name, folderId, path: path.join('/'), onConflict }
}

function fingerprintOf({ target, file }: UploadFileInput): string {
  return ['lectern', JSON.stringify(target), file.name, file.size, file.lastModified].join('|')
}

function statusAndBody(error: Error | DetailedError): { status: number; body: string } {
  const response = 'originalResponse' in error ? error.originalResponse : null
  return { status: response?.getStatus() ?? 0, body: response?.getBody() ?? '' }
}

/** What the portal refused stays refused; a missing answer, a restart or two requests at once pass. */
function mayPass(error: Error | DetailedError): boolean {
  const { status, body } = statusAndBody(error)
  return status === 0 || status === 423 || status >= 500 || (status === 409 && !readProblem(body))
}

function toApiError(error: Error | DetailedError): ApiError {
  const { status, body } = statusAndBody(error)
  const problem = readProblem(body)
  if (problem) return new ApiError(problem.code, problem.message, problem.details, { cause: error })
  if (status === 0) return new ApiError(UNREACHABLE, 'The portal does not answer.', {}, { cause: error })
  // A proxy in between answers with a page of its own when a file is too large for it.
  const code = status === 413 ? 'FILE_TOO_LARGE' : 'INTERNAL'
  return new ApiError(code, `The portal answered ${status} without saying why.`, {}, { cause: error })
}

function readProblem(body: string) {
  try {
    const { code, message, details } = JSON.parse(body) as Partial<ApiError>
    return code && message ? { code, message, details } : undefined
  } catch {
    // Not the portal's own answer.
    return undefined
  }
}
