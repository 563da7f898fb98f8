/** A folder of the library. */
export interface Folder {
  type: 'folder'
  id: string
  parentId: string | null
  name: string
  createdById: string | null
  createdAt: Date
  updatedAt: Date
}

/** A document of the library; its name is the title that people see, with the extension. */
export interface DocumentNode {
  type: 'document'
  id: string
  parentId: string
  name: string
  fileType: string
  currentVersionId: string
  createdById: string | null
  createdAt: Date
  updatedAt: Date
}

export type LibraryNode = Folder | DocumentNode

/** The folder at the top has the same id everywhere, so that programs can start there. */
export const rootFolderId = '00000000-0000-7000-8000-000000000000'
