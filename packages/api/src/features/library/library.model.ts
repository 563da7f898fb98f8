import { GraphQLDateTime } from 'graphql-scalars'
import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { createConnectionModel } from '../../graphql/connection.js'
import { documentTypes, type DocumentType } from '@lectern/shared'
import type { LibraryNode } from './node.js'
import { versionCauses, type VersionCause } from './version.repository.js'

function upperKeys<T extends string>(values: readonly T[]): Record<string, T> {
  return Object.fromEntries(values.map((value) => [value.toUpperCase(), value]))
}

/** The document types as GraphQL writes them. */
export const DocumentTypeModel = upperKeys<DocumentType>(documentTypes)
registerEnumType(DocumentTypeModel, {
  name: 'DocumentType',
  description: 'The kind of editor a document opens in.',
  valuesConfig: {
    WORD: { description: 'Text documents.' },
    CELL: { description: 'Spreadsheets.' },
    SLIDE: { description: 'Presentations.' },
    PDF: { description: 'PDF files.' },
    DIAGRAM: { description: 'Diagrams.' },
  },
})

/** The causes of versions as GraphQL writes them. */
export const VersionCauseModel = upperKeys<VersionCause>(versionCauses)
registerEnumType(VersionCauseModel, {
  name: 'VersionCause',
  description: 'Why a version came to be.',
  valuesConfig: {
    CREATE: { description: 'The document was made empty, or from a template.' },
    UPLOAD: { description: 'A file was uploaded.' },
    EDIT: { description: 'The last person closed the editor.' },
    FORCE_SAVE: { description: 'Somebody pressed Save while it stayed open.' },
    RESTORE: { description: 'An earlier version was brought back.' },
    CONVERT: { description: 'It was converted from another format.' },
    COPY: { description: 'It was copied from another document.' },
    RECOVERED: { description: 'The document server had kept it after a failed save.' },
    CONFLICT: {
      description: 'Beside the current one: the document had changed otherwise while it was open.',
    },
  },
})

@ObjectType('FolderReference', { description: 'As much of a folder as a path needs.' })
export class FolderReferenceModel {
  @Field(() => ID, { description: 'Names the folder in queries.' })
  id!: string

  @Field(() => String, { description: 'How it is called.' })
  name!: string
}

@ObjectType('Folder', { description: 'A folder of the library.' })
export class FolderModel {
  @Field(() => ID, { description: 'Stays the same whatever the folder is called and wherever it is moved.' })
  id!: string

  @Field(() => String, { description: 'How it is called.' })
  name!: string

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: Date

  @Field(() => GraphQLDateTime, { description: 'When it was renamed or moved last.' })
  updatedAt!: Date
}

@ObjectType('Document', { description: 'A document of the library.' })
export class DocumentModel {
  @Field(() => ID, {
    description: 'Stays the same whatever the document is called and wherever it is moved.',
  })
  id!: string

  @Field(() => String, { name: 'title', description: 'File name with its extension.' })
  name!: string

  @Field(() => String, { description: 'Extension in lower case, such as `docx`.' })
  fileType!: string

  @Field(() => GraphQLDateTime, { description: 'When it was made or uploaded.' })
  createdAt!: Date

  @Field(() => GraphQLDateTime, { description: 'Time of the last save, upload or renaming.' })
  updatedAt!: Date
}

@ObjectType('Version', { description: 'One stored state of a document.' })
export class VersionModel {
  @Field(() => ID, { description: 'Names it when it is restored or opened.' })
  id!: string

  @Field(() => Int, { description: 'Counts from 1.' })
  number!: number

  @Field(() => Float, { description: 'In bytes.' })
  size!: number

  @Field(() => VersionCauseModel, { description: 'Why it came to be.' })
  cause!: VersionCause

  @Field(() => String, { nullable: true, description: 'What somebody called it.' })
  name!: string | null

  @Field(() => Boolean, { description: 'Pinned versions are never deleted by rule, nor are named ones.' })
  isPinned!: boolean

  @Field(() => GraphQLDateTime, { description: 'When it came to be.' })
  createdAt!: Date
}

export const VersionConnectionModel = createConnectionModel('Version', VersionModel)

export const NodeModel = createUnionType({
  name: 'Node',
  description: 'What a folder holds.',
  types: () => [FolderModel, DocumentModel] as const,
  resolveType: (node: unknown) => ((node as LibraryNode).type === 'folder' ? 'Folder' : 'Document'),
})

@ObjectType('NodeEdge', { description: 'A folder or document and its place in the list.' })
export class NodeEdgeModel {
  @Field(() => NodeModel, { description: 'The folder or document.' })
  node!: typeof NodeModel

  @Field(() => String, { description: 'Give it as `after` to go on behind this one.' })
  cursor!: string
}

@ObjectType('NodeConnection', { description: 'One page of what a folder holds.' })
export class NodeConnectionModel {
  @Field(() => [NodeModel], { description: 'The folders and documents of this page.' })
  nodes!: (typeof NodeModel)[]

  @Field(() => String, { nullable: true, description: 'Give it as `after` to get the next page.' })
  endCursor!: string | null

  @Field(() => Boolean, { description: 'The same as in `pageInfo`.' })
  hasNextPage!: boolean
}
