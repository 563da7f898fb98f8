import { defineStore } from 'pinia'
import { computed, shallowReadonly, shallowRef } from 'vue'
import { uploadFile } from './upload-file'

export type UploadState = 'waiting' | 'running' | 'finished' | 'failed' | 'stopped'

export interface Upload {
  id: number
  file: File
  folderId: string
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

  async function run({ id, file, folderId }: Upload): Promise<void> {
    const controller = new AbortController()
    controllers.set(id, controller)
    change(id, { state: 'running', progress: 0, error: undefined })
    try {
      await uploadFile(
        { folderId, file },
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
      change(id, controller.signal.aborted ? { state: 'stopped' } : { state: 'failed', error })
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
    /** Takes everything that is over off the list. */
    clear() {
      uploads.value = uploads.value.filter(({ state }) => state === 'running' || state === 'waiting')
    },
  }
})
