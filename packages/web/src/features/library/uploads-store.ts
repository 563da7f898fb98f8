import { defineStore } from 'pinia'
import { computed, shallowReadonly, shallowRef } from 'vue'
import { ApiError, codeOf } from '@/graphql/api-error'
import { uploadFile, type UploadTarget } from './upload-file'

export type UploadState = 'waiting' | 'running' | 'finished' | 'failed' | 'stopped' | 'conflict' | 'skipped'

/** What to do with a file whose name is taken. */
export type ConflictAnswer = 'keepBoth' | 'newVersion' | 'skip'

export interface Upload {
  id: number
  file: File
  target: UploadTarget
  folderId: string
  /** The document that has the name already; a folder cannot get a new version. */
  existingId?: string
  state: UploadState
  /** From 0 to 1. */
  progress: number
  error?: unknown
}

const parallelUploads = 2

/** Uploads that go on while people move through the library. */
export const useUploadsStore = defineStore('uploads', () => {
  const uploads = shallowRef<readonly Upload[]>([])
  const finishedCount = shallowRef(0)
  const controllers = new Map<number, AbortController>()
  let nextId = 1

  function change(id: number, values: Partial<Upload>) {
    uploads.value = uploads.value.map((upload) => (upload.id === id ? { ...upload, ...values } : upload))
  }

  function startWaiting() {
    const free = parallelUploads - uploads.value.filter(({ state }) => state === 'running').length
    const waiting = uploads.value.filter(({ state }) => state === 'waiting').slice(0, Math.max(free, 0))
    for (const upload of waiting) void run(upload)
  }

  function fail(id: number, error: unknown) {
    const { nodeId, nodeType } = error instanceof ApiError ? error.details : {}
    if (codeOf(error) !== 'NAME_TAKEN') change(id, { state: 'failed', error })
    else if (nodeType === 'document' && typeof nodeId === 'string')
      change(id, { state: 'conflict', existingId: nodeId })
    else change(id, { state: 'conflict', existingId: undefined })
  }

  async function run({ id, file, target }: Upload): Promise<void> {
    const controller = new AbortController()
    controllers.set(id, controller)
    change(id, { state: 'running', progress: 0, error: undefined })
    try {
      await uploadFile(
        { target, file },
        {
          signal: controller.signal,
          onProgress: (progress) => {
            change(id, { progress })
          },
        },
      )
      change(id, { state: 'finished', progress: 1 })
      finishedCount.value++
    } catch (error) {
      if (controller.signal.aborted) change(id, { state: 'stopped' })
      else fail(id, error)
    } finally {
      controllers.delete(id)
      startWaiting()
    }
  }

  return {
    uploads: shallowReadonly(uploads),
    /** Grows with each file that arrived, so that lists know when to ask again. */
    finishedCount: shallowReadonly(finishedCount),
    isRunning: computed(() => uploads.value.some(({ state }) => state === 'running' || state === 'waiting')),
    add(folderId: string, files: readonly File[]) {
      const added = files.map((file): Upload => ({
        id: nextId++,
        file,
        folderId,
        target: { folderId, onConflict: 'REFUSE' },
        state: 'waiting',
        progress: 0,
      }))
      uploads.value = [...uploads.value, ...added]
      startWaiting()
    },
    stop(id: number) {
      controllers.get(id)?.abort()
      if (!controllers.has(id)) change(id, { state: 'stopped' })
    },
    retry(id: number) {
      change(id, { state: 'waiting', progress: 0, error: undefined })
      startWaiting()
    },
    /** Goes on with a file whose name is taken. */
    answer(id: number, answer: ConflictAnswer) {
      const upload = uploads.value.find((one) => one.id === id)
      if (upload?.state !== 'conflict') return
      if (answer === 'skip') change(id, { state: 'skipped' })
      else if (answer === 'keepBoth')
        change(id, { state: 'waiting', target: { folderId: upload.folderId, onConflict: 'KEEP_BOTH' } })
      else if (upload.existingId) change(id, { state: 'waiting', target: { documentId: upload.existingId } })
      startWaiting()
    },
    /** Takes everything that is over off the list. */
    clear() {
      uploads.value = uploads.value.filter(({ state }) => state === 'running' || state === 'waiting')
    },
  }
})
