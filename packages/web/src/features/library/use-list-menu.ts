import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { placeAtPointer, placeBelow, type MenuPlace } from '@/ui/menu-place'
import { nameOf, type Node } from './node'
import type { NodeAction } from './node-action'
import type { NodeRights } from './node-rights'
import { useNodeMenu } from './use-node-menu'

/** The one menu of a list, which opens below a row's button or where the mouse is. */
export function useListMenu(
  rightsOf: (node: Node) => NodeRights,
  onAct: (action: NodeAction, nodes: readonly Node[]) => void,
) {
  const { t } = useI18n()
  const nodes = shallowRef<readonly Node[]>([])
  const menuPlace = shallowRef<MenuPlace>()
  const wasMenuOpened = shallowRef(false)

  function open(wanted: readonly Node[], place: MenuPlace) {
    nodes.value = wanted
    menuPlace.value = place
    wasMenuOpened.value = true
  }

  const labelOf = ([first, second]: readonly Node[]) =>
    second || !first ? t('common.more') : t('library.actions', { name: nameOf(first) })

  return {
    menuItems: useNodeMenu(nodes, rightsOf, onAct),
    menuPlace,
    wasMenuOpened,
    openBelow: (button: HTMLElement, wanted: readonly Node[]) => {
      open(wanted, placeBelow(button, labelOf(wanted)))
    },
    openAtPointer: (event: MouseEvent, wanted: readonly Node[], returnTo: HTMLElement | null) => {
      open(wanted, placeAtPointer(event, labelOf(wanted), returnTo))
    },
  }
}
