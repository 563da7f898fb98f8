import { useEventListener } from '@vueuse/core'
import { shallowReadonly, shallowRef } from 'vue'
import { readDropped, type DroppedFile } from './dropped-files'

/** Takes files and folders that are dropped anywhere on the page, and says while some are held over it. */
export function useFileDrop(onDrop: (files: DroppedFile[]) => void) {
  const isOver = shallowRef(false)
  // Each element under the pointer sends its own enter and leave: only their balance says who is outside.
  let depth = 0

  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const change = (by: number) => {
    depth = Math.max(0, depth + by)
    isOver.value = depth > 0
  }

  useEventListener(document, 'dragenter', (event: DragEvent) => {
    if (hasFiles(event)) change(1)
  })
  useEventListener(document, 'dragleave', (event: DragEvent) => {
    if (hasFiles(event)) change(-1)
  })
  useEventListener(document, 'dragover', (event: DragEvent) => {
    if (hasFiles(event)) event.preventDefault()
  })
  useEventListener(document, 'drop', (event: DragEvent) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    change(-depth)
    if (event.dataTransfer) void readDropped(event.dataTransfer).then(onDrop)
  })
  return { isOver: shallowReadonly(isOver) }
}
