import type { Knex } from 'knex'
import type { Config } from '../../config.js'
import type { Clock } from '../../lib/clock.js'
import type { Logger } from '../../lib/logger.js'
import type { BlobStore } from '../../storage/blob-store.js'
import { checkFile } from '../library/index.js'
import type { LibraryService } from '../library/index.js'
import { createCallbackService } from './callback.service.js'
import { createConversionService } from './conversion.service.js'
import { createCrashPoints } from './crash-point.js'
import { createDocumentServerClient } from './document-server.client.js'
import { createDocumentServerJwt } from './document-server-jwt.js'
import { createDropService } from './drop.service.js'
import { createEditingService } from './editing.service.js'
import { createFileService } from './file.service.js'
import { createHistoryService } from './history.service.js'
import { createPortalLinks } from './portal-links.js'
import { createRecoveryService } from './recovery.service.js'
import { createResultFetcher } from './result-fetcher.js'
import { createSaveLeases } from './save-lease.js'
import { createSaveService } from './save.service.js'
import { createUrlTokens } from './url-token.js'

const downloadTimeoutMs = 120_000

export interface EditingOptions {
  db: Knex
  clock: Clock
  log: Logger
  blobs: BlobStore
  library: LibraryService
  config: Pick<Config, 'portalSecret' | 'documentServer' | 'maxUploadBytes' | 'crashAt'>
  /** The portal as the document server sees it; known once the portal listens. */
  portalInternalUrl: () => string
}

/** Builds the services of editing, each once. */
export function createEditing(options: EditingOptions) {
  const { db, clock, log, blobs, library, config, portalInternalUrl } = options
  const { documentServer } = config
  const now = () => clock.now()
  const urlTokens = createUrlTokens(config.portalSecret, now)
  const jwt = createDocumentServerJwt(documentServer.secret, now)
  const links = createPortalLinks(urlTokens, portalInternalUrl)
  const addresses = { publicUrl: documentServer.url, internalUrl: documentServer.internalUrl }
  const client = createDocumentServerClient({ addresses, jwt, downloadTimeoutMs })
  const fetcher = createResultFetcher({
    client,
    blobs,
    checkContent: checkFile,
    maxBytes: config.maxUploadBytes,
  })
  const reachCrashPoint = createCrashPoints(config.crashAt)
  const leases = createSaveLeases(db, clock)
  const saves = createSaveService({ db, clock, log, fetcher, leases, reachCrashPoint })
  return {
    service: createEditingService({
      db,
      clock,
      library,
      client,
      jwt,
      links,
      documentServerUrl: documentServer.url,
    }),
    callbacks: createCallbackService({ db, clock, log, urlTokens, jwt, saves, reachCrashPoint }),
    history: createHistoryService({ db, library, jwt, links }),
    files: createFileService({ db, log, blobs, urlTokens, jwt, links }),
    conversions: createConversionService({ db, client, links }),
    openResult: client.openResult,
    drops: createDropService({ db, clock, log, client }),
    recovery: createRecoveryService({ db, clock, log, client, saves }),
  }
}
