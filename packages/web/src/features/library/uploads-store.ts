import { defineStore } from 'pinia'
import { computed, shallowReadonly, shallowRef } from 'vue'
import { ApiError, codeOf } from '@/graphql/api-error'
import type { DroppedFile } from './dropped-files'
import { uploadFile, type FileUpload, type UploadTarget } from './upload-file'

export type UploadState =
  'waiting' | 'running' | 'paused' | 'finished' | 'failed' | 'stopped' | 'conflict' | 'skipped'

/** What to do with a file whose name is taken. */
export type ConflictAnswer = 'keepBoth' | 'newVersion' | 'skip'

export interface Upload {
  id: number
  file: File
  target: UploadTarget
  folderId: string
  /** Names of folders that were dropped around it. */
  path: readonly string[]
  /** The document that has the name already; a folder cannot get a new version. */
  existingId?: string
  state: UploadState
  /** From 0 to 1. */
  progress: number
  error?: unknown
}

const parallelUploads = 2

/** Tells whether an upload is not over yet. */
export function isUnderWay({ state }: Upload): boolean {
  return state === 'running' || state === 'waiting' || state === 'paused'
}

/** Uploads that go on while people move through the library. */
export const useUploadsStore = defineStore('uploads', () => {
  const uploads = shallowRef<readonly Upload[]>([])
  const finishedCount = shallowRef(0)
  const running = new Map<number, FileUpload>()
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
    change(id, { state: 'running', error: undefined })
    const onProgress = (progress: number) => {
      change(id, { progress })
    }
    const upload = uploadFile({ target, file }, { onProgress })
    running.set(id, upload)
    try {
      await upload.done
      change(id, { state: 'finished', progress: 1 })
      finishedCount.value++
    } catch (error) {
      if (error instanceof DOMException) change(id, { state: 'stopped', progress: 0 })
      else fail(id, error)
    } finally {
      running.delete(id)
      startWaiting()
    }
  }

  return {
    uploads: shallowReadonly(uploads),
    /** Grows with each file that arrived, so that lists know when to ask again. */
    finishedCount: shallowReadonly(finishedCount),
    isRunning: computed(() => uploads.value.some(isUnderWay)),
    add(folderId: string, files: readonly DroppedFile[]) {
      const added = files.map(({ file, path }): Upload => ({
        id: nextId++,
        file,
        folderId,
        path,
        target: { folderId, path, onConflict: 'refuse' },
        state: 'waiting',
        progress: 0,
      }))
      uploads.value = [...uploads.value, ...added]
      startWaiting()
    },
    stop(id: number) {
      if (running.has(id)) running.get(id)?.stop()
      else change(id, { state: 'stopped' })
    },
    pause(id: number) {
      running.get(id)?.pause()
      change(id, { state: 'paused' })
      startWaiting()
    },
    resume(id: number) {
      running.get(id)?.resume()
      change(id, { state: 'running' })
    },
    retry(id: number) {
      change(id, { state: 'waiting', error: undefined })
      startWaiting()
    },
    /** Goes on with a file whose name is taken. */
    answer(id: number, answer: ConflictAnswer) {
      const upload = uploads.value.find((one) => one.id === id)
      if (upload?.state !== 'conflict') return
      if (answer === 'skip') change(id, { state: 'skipped' })
      else if (answer === 'keepBoth') {
        const { folderId, path } = upload
        change(id, { state: 'waiting', target: { folderId, path, onConflict: 'keep_both' } })
      } else if (upload.existingId)
        change(id, { state: 'waiting', target: { documentId: upload.existingId } })
      startWaiting()
    },
    /** Takes everything that is over off the list. */
    clear() {
      uploads.value = uploads.value.filter(isUnderWay)
    },
  }
})
