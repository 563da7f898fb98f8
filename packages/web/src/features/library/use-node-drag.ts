import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'
import type { Node } from './node'

const dragType = 'application/x-lectern-nodes'

/** Documents and folders on their way through the window by mouse. */
export const useNodeDrag = defineStore('node-drag', () => {
  const dragged = shallowRef<readonly Node[]>([])
  const over = shallowRef<string>()

  return {
    dragged: shallowReadonly(dragged),
    /** The folder that they are held over. */
    over: shallowReadonly(over),
    start(event: DragEvent, nodes: readonly Node[]) {
      dragged.value = nodes
      event.dataTransfer?.setData(dragType, nodes.map(({ id }) => id).join())
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'copyMove'
    },
    /** Lets a folder take what is held over it. */
    hold(event: DragEvent, folderId: string) {
      if (!event.dataTransfer?.types.includes(dragType)) return
      if (dragged.value.some(({ id }) => id === folderId)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = event.ctrlKey ? 'copy' : 'move'
      over.value = folderId
    },
    leave(folderId: string) {
      if (over.value === folderId) over.value = undefined
    },
    end() {
      dragged.value = []
      over.value = undefined
    },
  }
})
