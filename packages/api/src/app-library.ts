import type { FastifyBaseLogger } from 'fastify'
import type { Knex } from 'knex'
import type { Config } from './config.js'
import { createChangeAccess } from './features/access/index.js'
import { ActivityResolver } from './features/activity/activity.resolver.js'
import { createActivityService } from './features/activity/activity.service.js'
import { createCollectionsService } from './features/collections/index.js'
import {
  CollectionsResolver,
  FavouriteDocumentResolver,
  FavouriteFolderResolver,
} from './features/collections/collections.resolver.js'
import { createConversionsService, createEditorCopiesService } from './features/conversions/index.js'
import { ConversionsResolver } from './features/conversions/conversions.resolver.js'
import type { createEditing } from './features/editing/index.js'
import { createArchiveService, createOrganizeService } from './features/library/index.js'
import { DocumentResolver } from './features/library/document.resolver.js'
import { FolderResolver, NodeConnectionResolver } from './features/library/folder.resolver.js'
import { LibraryResolver } from './features/library/library.resolver.js'
import { OrganizeResolver } from './features/library/organize.resolver.js'
import { VersionResolver } from './features/library/version.resolver.js'
import type { LibraryService, Quotas } from './features/library/index.js'
import { changeRepository } from './features/live/index.js'
import { createPreviewsService } from './features/previews/index.js'
import { PreviewsResolver } from './features/previews/previews.resolver.js'
import { createStorageService } from './features/quotas/index.js'
import { QuotasResolver } from './features/quotas/quotas.resolver.js'
import { createSearchService } from './features/search/index.js'
import { ExcerptResolver } from './features/search/excerpt.resolver.js'
import { SearchConnectionResolver, SearchResolver } from './features/search/search.resolver.js'
import { createTemplatesService } from './features/templates/index.js'
import { TemplatesResolver } from './features/templates/templates.resolver.js'
import { createTrashService } from './features/trash/index.js'
import { TrashResolver } from './features/trash/trash.resolver.js'
import { createUploadsService } from './features/uploads/index.js'
import {
  createDifferenceService,
  createRetention,
  createVersionDeletion,
  createVersionsService,
} from './features/versions/index.js'
import { VersionsResolver } from './features/versions/versions.resolver.js'
import type { Clock } from './lib/clock.js'
import { startJob, type Job } from './lib/job.js'
import type { BlobStore } from './storage/blob-store.js'

const indexingIntervalMs = 2_000
const paintingIntervalMs = 2_000
const cleaningIntervalMs = 60 * 60_000

export interface LibraryFeaturesOptions {
  config: Config
  clock: Clock
  db: Knex
  blobs: BlobStore
  logger: FastifyBaseLogger
  library: LibraryService
  quotas: Quotas
  editing: ReturnType<typeof createEditing>
}

export type LibraryFeatures = ReturnType<typeof createLibraryFeatures>

/** Builds what people do with documents and folders beside editing and sharing; a part of `app.ts`. */
export function createLibraryFeatures(options: LibraryFeaturesOptions) {
  const { config, clock, db, blobs, logger, library, editing, quotas } = options
  const { maxUploadBytes, trashRetentionDays: retentionDays } = config
  const versions = createVersionsService({ db, clock, library, blobs, quotas, maxUploadBytes })
  return {
    activity: createActivityService({ db, clock, library, keepDays: config.activityKeepDays }),
    archives: createArchiveService({ db, clock, blobs }),
    organizing: createOrganizeService({
      db,
      clock,
      quotas,
      changeAccess: createChangeAccess({ db, editors: editing.drops }),
    }),
    conversions: createConversionsService({
      ...{ db, clock, blobs, library, quotas, maxUploadBytes },
      conversions: editing.conversions,
    }),
    editorCopies: createEditorCopiesService({
      ...{ db, clock, blobs, library, quotas, maxUploadBytes },
      openResult: editing.openResult,
    }),
    differences: createDifferenceService({ db, library, blobs }),
    templates: createTemplatesService({ db, clock, blobs, library, quotas, maxUploadBytes }),
    retention: createRetention({ db, clock, rules: config.versionRetention }),
    versions,
    deleteVersion: createVersionDeletion({ db, library }),
    storage: createStorageService({ db, library, defaults: config.quotas }),
    uploads: createUploadsService({ db, clock, library, versions }),
    collections: createCollectionsService({ db, clock, log: logger, library }),
    changes: { prune: () => changeRepository.prune(db) },
    previews: createPreviewsService({
      db,
      clock,
      log: logger,
      blobs,
      conversions: editing.conversions,
    }),
    search: createSearchService({ db, blobs, clock, log: logger, conversions: editing.conversions }),
    trash: createTrashService({
      db,
      clock,
      blobs,
      retentionDays,
      letGo: (documents) => editing.drops.dropFrom(documents),
    }),
  }
}

/** The resolvers of these features, for the container. */
export function listLibraryResolvers(
  library: LibraryService,
  {
    activity,
    organizing,
    conversions,
    editorCopies,
    versions,
    deleteVersion,
    differences,
    templates,
    trash,
    search,
    collections,
    storage,
  }: LibraryFeatures,
): [unknown, object][] {
  return [
    [ActivityResolver, new ActivityResolver(activity)],
    [LibraryResolver, new LibraryResolver(library)],
    [OrganizeResolver, new OrganizeResolver(organizing)],
    [FolderResolver, new FolderResolver(library)],
    [NodeConnectionResolver, new NodeConnectionResolver()],
    [DocumentResolver, new DocumentResolver()],
    [ConversionsResolver, new ConversionsResolver(conversions, editorCopies)],
    [QuotasResolver, new QuotasResolver(storage)],
    [PreviewsResolver, new PreviewsResolver()],
    [VersionResolver, new VersionResolver()],
    [CollectionsResolver, new CollectionsResolver(collections)],
    [FavouriteDocumentResolver, new FavouriteDocumentResolver()],
    [FavouriteFolderResolver, new FavouriteFolderResolver()],
    [TemplatesResolver, new TemplatesResolver(templates)],
    [VersionsResolver, new VersionsResolver(versions, differences, deleteVersion)],
    [SearchResolver, new SearchResolver(search)],
    [SearchConnectionResolver, new SearchConnectionResolver()],
    [ExcerptResolver, new ExcerptResolver()],
    [TrashResolver, new TrashResolver(trash)],
  ]
}

/** Starts what these features do in the background. */
export function startLibraryJobs(
  { trash, search, retention, changes, previews, activity }: LibraryFeatures,
  { log, withPreviews }: { log: FastifyBaseLogger; withPreviews: boolean },
): Job[] {
  return [
    startJob({
      name: 'cleaning the bin',
      run: () => trash.clean(),
      log,
      intervalMs: cleaningIntervalMs,
    }),
    startJob({
      name: 'forgetting what was done long ago',
      run: () => activity.prune(),
      log,
      intervalMs: cleaningIntervalMs,
    }),
    startJob({
      name: 'forgetting old changes',
      run: () => changes.prune(),
      log,
      intervalMs: cleaningIntervalMs,
    }),
    startJob({
      name: 'deleting old versions',
      run: () => retention.clean(),
      log,
      intervalMs: cleaningIntervalMs,
    }),
    startJob({
      name: 'indexing for the search',
      run: () => search.indexChanges(),
      log,
      intervalMs: indexingIntervalMs,
    }),
    startJob({
      name: 'converting documents for the search',
      run: () => search.readConverted(),
      log,
      intervalMs: indexingIntervalMs,
    }),
    ...(withPreviews
      ? [
          startJob({
            name: 'making pictures of documents',
            run: () => previews.work(),
            log,
            intervalMs: paintingIntervalMs,
          }),
        ]
      : []),
  ]
}
