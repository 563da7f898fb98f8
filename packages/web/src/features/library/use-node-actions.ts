import { isDocument, type Node } from './node'
import type { NodeAction } from './node-action'
import type { NodeRights } from './node-rights'
import { useLibraryDialogs } from './use-library-dialogs'
import { useNodeClipboard } from './use-node-clipboard'
import type { Organize, Target } from './use-organize'

export interface UseNodeActionsOptions {
  organize: Organize
  rightsOf: (node: Node) => NodeRights
  /** The folder that is shown, when something can be put into it. */
  folder: () => Target | undefined
  mayAdd: () => boolean
  /** Called when what was chosen has gone elsewhere. */
  onDone: () => void
}

/** Carries out what menus, keys and the mouse ask for, as far as the person may. */
export function useNodeActions({ organize, rightsOf, folder, mayAdd, onDone }: UseNodeActionsOptions) {
  const dialogs = useLibraryDialogs()
  const clipboard = useNodeClipboard()

  async function paste() {
    const { clip } = clipboard
    const target = folder()
    if (!clip || !target || !mayAdd()) return
    if (!clip.isCut) await organize.copy(clip.nodes, target)
    else {
      clipboard.put(undefined)
      await organize.move(clip.nodes, clip.from, target)
    }
  }

  return (action: NodeAction, nodes: readonly Node[]): void => {
    const [node] = nodes
    const from = folder()
    const mayDelete = nodes.every((one) => rightsOf(one).delete)
    const mayMove = nodes.every((one) => rightsOf(one).move)
    if (action === 'paste') void paste()
    if (!node) return
    if (action === 'rename' && nodes.length === 1 && rightsOf(node).rename) dialogs.rename(node)
    if (action === 'favourite') void organize.setFavourite(node, !node.isFavourite)
    if (action === 'details') dialogs.details(node, rightsOf(node).share)
    if (action === 'share') dialogs.shareNode(node)
    if (action === 'versions' && isDocument(node)) dialogs.versions(node)
    if (action === 'convert' && isDocument(node)) dialogs.convert(node)
    if (action === 'copyTo') dialogs.pickFolder('copy', nodes)
    if (action === 'copy' && from) clipboard.put({ nodes, from, isCut: false })
    if (action === 'delete' && mayDelete) void organize.removeOrAsk(nodes).then(onDone)
    if (!mayMove) return
    if (action === 'move') dialogs.pickFolder('move', nodes)
    if (action === 'cut' && from) clipboard.put({ nodes, from, isCut: true })
  }
}
