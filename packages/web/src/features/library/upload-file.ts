import { print } from 'graphql'
import { ApiError, UNREACHABLE, toApiErrorFromEntry } from '@/graphql/api-error'
import { requestHeaders } from '@/graphql/api'
import { UploadDocumentDocument, UploadVersionDocument } from '@/graphql/generated/graphql'

/** Where a file goes: into a folder as a new document, or into a document as its new version. */
export type UploadTarget = { folderId: string; onConflict: 'KEEP_BOTH' | 'REFUSE' } | { documentId: string }

export interface UploadFileInput {
  target: UploadTarget
  file: File
}

export interface UploadFileOptions {
  onProgress?: (fraction: number) => void
  signal?: AbortSignal
  createRequest?: () => XMLHttpRequest
}

/**
 * Uploads one file by the GraphQL multipart request specification.
 * `fetch` cannot tell how far an upload is, so this is an `XMLHttpRequest`.
 */
export function uploadFile(
  { target, file }: UploadFileInput,
  { onProgress, signal, createRequest = () => new XMLHttpRequest() }: UploadFileOptions = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = createRequest()
    request.open('POST', '/graphql')
    request.responseType = 'text'
    for (const [name, value] of Object.entries(requestHeaders)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const problem = findProblem(request.responseText, request.status)
      if (problem) reject(problem)
      else resolve()
    }
    request.onerror = () => {
      reject(new ApiError(UNREACHABLE, 'The portal does not answer.'))
    }
    request.onabort = () => {
      reject(new DOMException('The upload was stopped.', 'AbortError'))
    }
    signal?.addEventListener('abort', () => {
      request.abort()
    })
    request.send(toForm(target, file))
  })
}

function toForm(target: UploadTarget, file: File): FormData {
  const form = new FormData()
  const variables = { input: { ...target, file: null } }
  const document = 'documentId' in target ? UploadVersionDocument : UploadDocumentDocument
  form.set('operations', JSON.stringify({ query: print(document), variables }))
  form.set('map', JSON.stringify({ 0: ['variables.input.file'] }))
  form.set('0', file, file.name)
  return form
}

function findProblem(body: string, status: number): ApiError | undefined {
  try {
    const { errors } = JSON.parse(body) as { errors?: { message: string }[] }
    const [first] = errors ?? []
    return first && toApiErrorFromEntry(first)
  } catch (cause) {
    // A proxy in between answers with a page of its own when a file is too large for it.
    const code = status === 413 ? 'FILE_TOO_LARGE' : 'INTERNAL'
    return new ApiError(code, `The portal answered ${status} without saying why.`, {}, { cause })
  }
}
