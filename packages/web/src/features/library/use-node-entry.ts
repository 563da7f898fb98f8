import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { isDocument, nameOf, type Node } from './node'
import type { NodeRights } from './node-rights'
import { useNodeDrag } from './use-node-drag'

/** What a row or a tile shows. */
export interface NodeEntryProps {
  index: number
  /** Undefined while it is being loaded. */
  node: Node | undefined
  rightsOf: (node: Node) => NodeRights
  isChosen: boolean
}

/** What people do with a row or a tile. */
export interface NodeEntryEvents {
  drop: [folder: Node, isCopy: boolean]
}

/** Tells what rows and tiles have in common about the node that they show. */
export function useNodeEntry(props: NodeEntryProps, onDrop: (folder: Node, isCopy: boolean) => void) {
  const { t } = useI18n()
  const drag = useNodeDrag()
  const document = computed(() => (props.node && isDocument(props.node) ? props.node : undefined))
  const folder = computed(() => (props.node && !isDocument(props.node) ? props.node : undefined))

  return {
    document,
    folder,
    name: computed(() => (props.node ? nameOf(props.node) : '')),
    kind: computed(() => document.value?.documentType ?? 'folder'),
    people: computed(() => document.value?.participants ?? []),
    peopleLabel: computed(() =>
      t('library.editingNowBy', {
        names: (document.value?.participants ?? []).map((person) => person.name).join(', '),
      }),
    ),
    problem: computed(
      () =>
        document.value?.saveProblem &&
        t('library.saveProblem', { message: document.value.saveProblem.message }),
    ),
    isTarget: computed(() => folder.value !== undefined && drag.over === folder.value.id),
    /** To be bound to the element that takes what is dropped on a folder. */
    dropListeners: {
      dragover: (event: DragEvent) => {
        if (folder.value) drag.hold(event, folder.value.id)
      },
      dragleave: () => {
        if (folder.value) drag.leave(folder.value.id)
      },
      drop: (event: DragEvent) => {
        if (!folder.value || drag.over !== folder.value.id) return
        event.preventDefault()
        onDrop(folder.value, event.ctrlKey)
      },
    },
  }
}
