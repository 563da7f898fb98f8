import type { Api } from '@/graphql/api'
import { DocumentVersionsDocument, type DocumentVersionsQuery } from '@/graphql/generated/graphql'
import { readAll } from '@/graphql/read-all'

/** A document with all of its versions, the newest first. */
export type VersionedDocument = NonNullable<Awaited<ReturnType<typeof readVersions>>>

/** Reads a document with all of its versions, the newest first. */
export async function readVersions(api: Api, id: string) {
  let document: DocumentVersionsQuery['document'] | undefined
  const versions = await readAll(async (after) => {
    document = (await api.query(DocumentVersionsDocument, { id, after })).document
    return document.versions
  })
  return document && { ...document, versions }
}
