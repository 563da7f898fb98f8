import { z } from 'zod'
import { PortalError } from '../../lib/portal-error.js'

const maxDepth = 30

/** Where a file goes: into a folder, perhaps into folders below it that are made, or into a document as its new version. */
export type UploadTarget =
  | { kind: 'document'; fileName: string; documentId: string }
  | {
      kind: 'folder'
      fileName: string
      folderId: string
      /** Names of folders below `folderId`; those that are missing are made. */
      path: string[]
      onConflict: 'keep_both' | 'refuse'
    }

const metadataSchema = z.union([
  z
    .object({ filename: z.string(), documentId: z.string() })
    .transform(({ filename, documentId }): UploadTarget => ({
      kind: 'document',
      fileName: filename,
      documentId,
    })),
  z
    .object({
      filename: z.string(),
      folderId: z.string(),
      path: z
        .string()
        .nullish()
        .transform((path) => (path ?? '').split('/').filter(Boolean))
        .pipe(z.array(z.string()).max(maxDepth)),
      onConflict: z.enum(['keep_both', 'refuse']).nullish(),
    })
    .transform(({ filename, folderId, path, onConflict }): UploadTarget => ({
      kind: 'folder',
      fileName: filename,
      folderId,
      path,
      onConflict: onConflict ?? 'keep_both',
    })),
])

/** Reads the metadata with which an upload begins. */
export function readUploadTarget(
  metadata: Readonly<Record<string, string | null>> | undefined,
): UploadTarget {
  const target = metadataSchema.safeParse(metadata)
  if (target.success) return target.data
  throw new PortalError(
    'BAD_INPUT',
    'An upload needs the metadata "filename" and "folderId" or "documentId"; "path" and "onConflict" (keep_both, refuse) may follow.',
    { cause: target.error },
  )
}
