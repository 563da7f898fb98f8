import type { DocumentRowFragment, FolderRowFragment } from '@/graphql/generated/graphql'

export type DocumentNode = DocumentRowFragment & { __typename?: 'Document' }
export type FolderNode = FolderRowFragment & { __typename?: 'Folder' }
export type Node = DocumentNode | FolderNode

/** Tells a document from a folder. */
export function isDocument(node: Node): node is DocumentNode {
  return 'fileType' in node
}

/** Gives the name that people know a folder or document by. */
export function nameOf(node: Node): string {
  return isDocument(node) ? node.title : node.name
}

/** Gives the length of a name without its extension, which stays unselected when it is edited. */
export function stemLength(name: string): number {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? dot : name.length
}

/** Gives the route that opens a folder or document. */
export function routeOf(node: Node) {
  return { name: isDocument(node) ? 'document' : 'folder', params: { id: node.id } }
}
