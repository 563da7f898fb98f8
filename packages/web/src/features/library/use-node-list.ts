import { useEventListener } from '@vueuse/core'
import { computed, shallowRef, watch, type ShallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { routeOf, type Node } from './node'
import type { NodeAction } from './node-action'
import type { NodeRights } from './node-rights'
import { useListMenu } from './use-list-menu'
import { useNodeDrag } from './use-node-drag'
import { indexOfRow, useRowKeys } from './use-row-keys'
import type { Selection } from './use-selection'
import { useVirtualRows } from './use-virtual-rows'

/** What a list or a grid shows. */
export interface NodeListProps {
  total: number
  /** The node of a row; undefined while it is being loaded. */
  nodeAt: (index: number) => Node | undefined
  /** What the person may do with each node. */
  rightsOf: (node: Node) => NodeRights
  selection: Selection
}

/** What people do in a list or a grid. */
export interface NodeListEvents {
  look: [first: number, last: number]
  act: [action: NodeAction, nodes: readonly Node[]]
  drop: [folder: Node, copy: boolean]
}

export interface UseNodeListOptions {
  /** Where the first row begins. */
  body: Readonly<ShallowRef<HTMLElement | null>>
  rowHeight: number
  /** Nodes in each row; 1 without. */
  columns?: () => number
  onLook: (first: number, last: number) => void
  onAct: (action: NodeAction, nodes: readonly Node[]) => void
}

/** Understands mouse, touch, keys and menu over nodes of which only those that are seen are drawn. */
export function useNodeList(props: NodeListProps, options: UseNodeListOptions) {
  const { body, rowHeight, columns = () => 1, onLook, onAct } = options
  const { selection } = props
  const router = useRouter()
  const drag = useNodeDrag()
  const { openBelow, openAtPointer, ...menu } = useListMenu(props.rightsOf, onAct)
  const rows = useVirtualRows({
    total: () => Math.ceil(props.total / columns()),
    container: body,
    rowHeight,
    overscan: columns() > 1 ? 3 : 12,
  })
  const first = computed(() => rows.first.value * columns())
  const last = computed(() => Math.min(rows.last.value * columns(), props.total))
  const indexes = computed(() =>
    Array.from({ length: last.value - first.value }, (_, index) => first.value + index),
  )

  watch([first, last], ([from, to]) => {
    onLook(from, to)
  })

  const linkOf = (index: number) =>
    body.value?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row-link]`) ?? null

  /** The row that gets the focus once it is loaded. */
  const awaited = shallowRef<number>()

  async function focusRow(index: number) {
    awaited.value = index
    await rows.reveal(Math.floor(index / columns()))
    focusAwaited()
  }

  function focusAwaited() {
    const link = awaited.value === undefined ? null : linkOf(awaited.value)
    if (!link) return
    awaited.value = undefined
    link.focus()
  }

  watch(() => awaited.value !== undefined && props.nodeAt(awaited.value), focusAwaited, { flush: 'post' })

  const onKeydown = useRowKeys({
    selection,
    total: () => props.total,
    columns,
    awaited: () => awaited.value,
    focusRow: (index) => void focusRow(index),
    onAction: (action, index) => {
      const focused = index === undefined ? undefined : props.nodeAt(index)
      const nodes = focused && !selection.chosen.value.has(focused.id) ? [focused] : selection.nodes.value
      onAct(action, nodes)
    },
  })
  useEventListener(document, 'keydown', onKeydown)
  useEventListener(document, 'focusin', () => (awaited.value = undefined))

  function onClick(event: MouseEvent) {
    const target = event.target as Element
    const index = indexOfRow(target)
    awaited.value = undefined
    if (index === undefined) return
    const button = target.closest('button')
    const node = props.nodeAt(index)
    if (button && node) openBelow(button, [node])
    if (button) return
    const isLink = target.closest('[data-row-link]') !== null
    const isBox = target.matches('input[type=checkbox]')
    if (event.shiftKey) selection.extendTo(index)
    else if (isBox || event.ctrlKey || event.metaKey) selection.toggle(index)
    else if (isLink) return
    // A finger has no double click: it opens wherever it meets the row.
    else if (window.matchMedia('(pointer: coarse)').matches) open(index)
    else selection.only(index)
    if (!isBox) event.preventDefault()
  }

  function open(index: number | undefined) {
    const node = index === undefined ? undefined : props.nodeAt(index)
    if (node) void router.push(routeOf(node))
  }

  function onDoubleClick(event: MouseEvent) {
    if (!(event.target as Element).closest('button, input')) open(indexOfRow(event.target))
  }

  function onContextMenu(event: MouseEvent) {
    const index = indexOfRow(event.target)
    const node = index === undefined ? undefined : props.nodeAt(index)
    if (index === undefined || !node) return
    event.preventDefault()
    if (!selection.chosen.value.has(node.id)) selection.only(index)
    openAtPointer(event, selection.nodes.value, linkOf(index))
  }

  function onDragStart(event: DragEvent) {
    const index = indexOfRow(event.target)
    const node = index === undefined ? undefined : props.nodeAt(index)
    if (index === undefined || !node) return
    if (!selection.chosen.value.has(node.id)) selection.only(index)
    drag.start(event, selection.nodes.value)
  }

  return {
    ...menu,
    indexes,
    before: rows.before,
    after: rows.after,
    onContextMenu,
    onClick,
    onDoubleClick,
    onDragStart,
    onDragEnd: () => {
      drag.end()
    },
  }
}
