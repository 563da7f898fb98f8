import { defineStore } from 'pinia'
import { computed, shallowReadonly, shallowRef } from 'vue'
import { nameOf, type DocumentNode, type Node } from './node'

export type NewKind = 'word' | 'cell' | 'slide' | 'folder'

/** Which dialog of the library is asked for, and about what. */
export type LibraryDialog =
  | { type: 'createFolder' }
  | { type: 'template' }
  | { type: 'rename'; node: Node }
  | { type: 'deleteEdited'; nodes: readonly Node[]; text: string }
  | { type: 'move'; nodes: readonly Node[] }
  | { type: 'copy'; nodes: readonly Node[] }
  | { type: 'share'; node: { id: string; name: string } }
  | { type: 'versions'; node: DocumentNode }
  | { type: 'convert'; node: DocumentNode }
  | { type: 'details'; node: Node; mayShare: boolean }

/** Opens the library's dialogs, which load when the first of them is asked for. */
export const useLibraryDialogs = defineStore('library-dialogs', () => {
  const current = shallowRef<LibraryDialog>()
  const wasOpened = shallowRef(false)

  function open(dialog: LibraryDialog) {
    wasOpened.value = true
    current.value = dialog
  }

  return {
    current: shallowReadonly(current),
    wasOpened: shallowReadonly(wasOpened),
    isOpen: computed(() => current.value !== undefined),
    createFolder: () => {
      open({ type: 'createFolder' })
    },
    /** Asks which template a new document is made from. */
    pickTemplate: () => {
      open({ type: 'template' })
    },
    rename: (node: Node) => {
      open({ type: 'rename', node })
    },
    /** Asks whether to delete what somebody is editing. */
    removeEdited: (nodes: readonly Node[], text: string) => {
      open({ type: 'deleteEdited', nodes, text })
    },
    /** Asks into which folder. */
    pickFolder: (type: 'move' | 'copy', nodes: readonly Node[]) => {
      open({ type, nodes })
    },
    share: (node: { id: string; name: string }) => {
      open({ type: 'share', node })
    },
    shareNode: (node: Node) => {
      open({ type: 'share', node: { id: node.id, name: nameOf(node) } })
    },
    versions: (node: DocumentNode) => {
      open({ type: 'versions', node })
    },
    /** Asks which other format. */
    convert: (node: DocumentNode) => {
      open({ type: 'convert', node })
    },
    details: (node: Node, mayShare: boolean) => {
      open({ type: 'details', node, mayShare })
    },
    close: () => {
      current.value = undefined
    },
  }
})
