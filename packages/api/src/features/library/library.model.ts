import { GraphQLDateTime } from 'graphql-scalars'
import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
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
})

/** The causes of versions as GraphQL writes them. */
export const VersionCauseModel = upperKeys<VersionCause>(versionCauses)
registerEnumType(VersionCauseModel, { name: 'VersionCause', description: 'Why a version came to be.' })

@ObjectType('FolderReference', { description: 'As much of a folder as a path needs.' })
export class FolderReferenceModel {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  name!: string
}

@ObjectType('Folder', { description: 'A folder of the library.' })
export class FolderModel {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => GraphQLDateTime)
  createdAt!: Date

  @Field(() => GraphQLDateTime)
  updatedAt!: Date
}

@ObjectType('Document', { description: 'A document of the library.' })
export class DocumentModel {
  @Field(() => ID)
  id!: string

  @Field(() => String, { name: 'title', description: 'File name with its extension.' })
  name!: string

  @Field(() => String, { description: 'Extension in lower case, such as `docx`.' })
  fileType!: string

  @Field(() => GraphQLDateTime)
  createdAt!: Date

  @Field(() => GraphQLDateTime, { description: 'Time of the last save, upload or renaming.' })
  updatedAt!: Date
}

@ObjectType('Version', { description: 'One stored state of a document.' })
export class VersionModel {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: 'Counts from 1.' })
  number!: number

  @Field(() => Float, { description: 'In bytes.' })
  size!: number

  @Field(() => VersionCauseModel)
  cause!: VersionCause

  @Field(() => String, { nullable: true, description: 'What somebody called it.' })
  name!: string | null

  @Field(() => Boolean, { description: 'Pinned versions are never deleted by rule, nor are named ones.' })
  isPinned!: boolean

  @Field(() => GraphQLDateTime)
  createdAt!: Date
}

export const NodeModel = createUnionType({
  name: 'Node',
  description: 'What a folder holds.',
  types: () => [FolderModel, DocumentModel] as const,
  resolveType: (node: unknown) => ((node as LibraryNode).type === 'folder' ? FolderModel : DocumentModel),
})

@ObjectType('NodeConnection', { description: 'One page of what a folder holds.' })
export class NodeConnectionModel {
  @Field(() => [NodeModel])
  nodes!: (typeof NodeModel)[]

  @Field(() => String, { nullable: true, description: 'Give it as `after` to get the next page.' })
  endCursor!: string | null

  @Field(() => Boolean)
  hasNextPage!: boolean
}
