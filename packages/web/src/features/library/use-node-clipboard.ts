import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'
import type { Node } from './node'
import type { Target } from './use-organize'

interface Clip {
  nodes: readonly Node[]
  from: Target
  isCut: boolean
}

/** Documents and folders that were copied or cut by keyboard, kept until they are pasted. */
export const useNodeClipboard = defineStore('node-clipboard', () => {
  const clip = shallowRef<Clip>()
  return {
    clip: shallowReadonly(clip),
    put: (value: Clip | undefined) => {
      clip.value = value
    },
  }
})
