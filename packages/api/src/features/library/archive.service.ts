import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import { freeName, nameKey } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import { maxZipBytes, zipSize, type ZipFileEntry } from '../../lib/zip-stream.js'
import type { BlobStore } from '../../storage/blob-store.js'
import { listAccess } from '../access/index.js'
import { recordActivity } from '../activity/index.js'
import type { Actor } from '../auth/index.js'
import type { LibraryNode } from './node.js'
import { getAllReadable } from './node-access.js'
import { tooMany } from './node-errors.js'
import { partsOf, treeRepository } from './tree.repository.js'
import { versionRepository, type Version } from './version.repository.js'

const maxFiles = 20_000

export interface ArchiveServiceOptions {
  db: Knex
  clock: Clock
  blobs: BlobStore
}

/** Finds what goes into an archive of several documents and folders. */
export function createArchiveService({ db, clock, blobs }: ArchiveServiceOptions) {
  async function listVersions(nodes: readonly LibraryNode[]): Promise<Map<string, Version>> {
    const ids = nodes.flatMap((node) => (node.type === 'document' ? [node.currentVersionId] : []))
    const found = new Map<string, Version>()
    for (const part of partsOf(ids))
      for (const version of await versionRepository.listByIds(db, part)) found.set(version.id, version)
    return found
  }

  function toEntry(node: LibraryNode, path: string, versions: Map<string, Version>): ZipFileEntry {
    const modifiedAt = node.updatedAt
    if (node.type === 'folder')
      return { path: `${path}/`, size: 0, modifiedAt, open: () => Promise.resolve(nothing()) }
    const version = versions.get(node.currentVersionId)
    if (!version) throw new Error(`Document ${node.id} has no current version`)
    return { path, size: version.size, modifiedAt, open: () => blobs.open(version.blobSha256) }
  }

  return {
    /** Writes down that somebody takes these along. */
    async noteDownload(actor: Actor, ids: readonly string[]): Promise<void> {
      await db.transaction(async (trx) => {
        for (const nodeId of new Set(ids))
          await recordActivity(trx, { action: 'downloaded', actorId: actor.userId, nodeId, at: clock.now() })
      })
    },

    /** All files below these nodes that somebody may download, each with its path from there. */
    async list(actor: Actor | undefined, ids: readonly string[]): Promise<ZipFileEntry[]> {
      const tops = await getAllReadable(db, actor, ids)
      const nodes: LibraryNode[] = []
      for (const { id } of tops) {
        const below = await treeRepository.listSubtree(db, id, maxFiles + 1)
        nodes.push(
          ...(await treeRepository.listNodes(
            db,
            below.map((entry) => entry.id),
          )),
        )
        if (nodes.length > maxFiles) throw tooMany(maxFiles)
      }
      const access = await listAccess(
        db,
        actor,
        nodes.map(({ id }) => id),
      )
      const versions = await listVersions(nodes)
      const paths = pathsOf(tops, nodes)
      const entries = nodes.flatMap((node) => {
        const path = paths.get(node.id)
        return path && access.get(node.id)?.mayDownload ? [toEntry(node, path, versions)] : []
      })
      if (entries.length === 0)
        throw new PortalError(
          'DOWNLOAD_FORBIDDEN',
          'This was shared with you for looking only, without download. Ask its owner.',
        )
      if (zipSize(entries) > maxZipBytes)
        throw new PortalError(
          'FILE_TOO_LARGE',
          'The archive would be larger than 4 GB. Choose less at once.',
          {
            details: { maxBytes: maxZipBytes },
          },
        )
      return entries
    },
  }
}
export type ArchiveService = ReturnType<typeof createArchiveService>

/** Things of one name from several folders get numbers; below, names are unique as they are. */
function pathsOf(tops: readonly LibraryNode[], nodes: readonly LibraryNode[]): Map<string, string> {
  const paths = new Map<string, string>()
  const taken = new Set<string>()
  for (const top of tops) {
    const path = freeName(top.name, (key) => taken.has(key), { hasExtension: top.type === 'document' })
    taken.add(nameKey(path))
    paths.set(top.id, path)
  }
  for (const { id, parentId, name } of nodes) {
    const around = parentId ? paths.get(parentId) : undefined
    if (!paths.has(id) && around) paths.set(id, `${around}/${name}`)
  }
  return paths
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // A folder has no bytes.
}
