import { documentKeySchema } from '@lectern/shared'

/** What a document key of ours is made of. */
export interface DocumentKeyParts {
  /** Tells portals apart that share one document server. */
  instanceId: string
  documentId: string
  /** Grows with every final save, so that no editing state is mistaken for another. */
  generation: number
}

/** Builds the document key `<instance>.<document>.<generation>`. */
export function formatDocumentKey({ instanceId, documentId, generation }: DocumentKeyParts): string {
  return documentKeySchema.parse(`${instanceId}.${documentId}.${generation}`)
}

/** Builds the key under which an earlier version is looked at; its contents never change, so neither does the key. */
export function formatVersionKey({
  instanceId,
  documentId,
  number,
}: Omit<DocumentKeyParts, 'generation'> & { number: number }): string {
  return documentKeySchema.parse(`${instanceId}.${documentId}.version-${number}`)
}

/** Tells whether a document key was made by this portal and not by another one on the same document server. */
export function isKeyOfInstance(key: string, instanceId: string): boolean {
  return key.startsWith(`${instanceId}.`)
}

/** Gives the document that a key of ours belongs to. */
export function documentIdOfKey(key: string): string | undefined {
  return key.split('.')[1]
}
