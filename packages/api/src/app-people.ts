import type { Knex } from 'knex'
import type { Config } from './config.js'
import { createChangeAccess } from './features/access/index.js'
import { AccountResolver } from './features/auth/account.resolver.js'
import { AuthResolver } from './features/auth/auth.resolver.js'
import { OwnPictureResolver, PictureResolver } from './features/auth/pictures.resolver.js'
import {
  createAccountService,
  createApiTokenService,
  createPasswordLinkService,
  createPictureService,
  type AuthService,
} from './features/auth/index.js'
import type { createEditing } from './features/editing/index.js'
import { GroupsResolver } from './features/groups/groups.resolver.js'
import { createGroupsService } from './features/groups/index.js'
import type { LibraryService } from './features/library/index.js'
import { createOidcService } from './features/oidc/index.js'
import { OidcResolver } from './features/oidc/oidc.resolver.js'
import { createPeopleService } from './features/people/index.js'
import { PeopleResolver } from './features/people/people.resolver.js'
import { GrantsResolver } from './features/sharing/grants.resolver.js'
import {
  createGrantsService,
  createJoinService,
  createSharingService,
  startExpiryJob,
} from './features/sharing/index.js'
import { SharingResolver } from './features/sharing/sharing.resolver.js'
import { createSpacesService } from './features/spaces/index.js'
import { SpacesResolver } from './features/spaces/spaces.resolver.js'
import type { Clock } from './lib/clock.js'
import type { Logger } from './lib/logger.js'
import type { Mailer } from './lib/mailer.js'

export interface PeopleFeaturesOptions {
  config: Config
  clock: Clock
  db: Knex
  auth: AuthService
  library: LibraryService
  editing: ReturnType<typeof createEditing>
  mailer: Mailer
  logger: Logger
}

export type PeopleFeatures = ReturnType<typeof createPeopleFeatures>

/** Builds what people are, and what they may do, each once. */
export function createPeopleFeatures(options: PeopleFeaturesOptions) {
  const { config, clock, db, auth, library, editing, mailer, logger } = options
  const changeAccess = createChangeAccess({ db, editors: editing.drops })
  const passwordLinks = createPasswordLinkService({ db, clock, auth, mailer })
  return {
    account: createAccountService({ db, clock }),
    oidc: createOidcService({
      db,
      clock,
      log: logger,
      auth,
      secret: config.portalSecret,
      settings: config.oidc,
    }),
    apiTokens: createApiTokenService({ db, clock }),
    passwordLinks,
    pictures: createPictureService({ db }),
    people: createPeopleService({
      db,
      clock,
      passwordLinks,
      onShutOut: (userId) => editing.drops.dropEverywhere(userId),
    }),
    groups: createGroupsService({ db, clock, changeAccess }),
    spaces: createSpacesService({ db, clock }),
    grants: createGrantsService({ db, clock, library, changeAccess }),
    sharing: createSharingService({ db, clock, secret: config.portalSecret, library, changeAccess }),
    joining: createJoinService({ db, clock, auth }),
  }
}

/** The resolvers of these features, by their classes. */
export function listPeopleResolvers(auth: AuthService, features: PeopleFeatures): [unknown, object][] {
  const { account, apiTokens, oidc, passwordLinks, pictures, people } = features
  const { groups, spaces, grants, sharing, joining } = features
  return [
    [AuthResolver, new AuthResolver(auth, account, passwordLinks)],
    [OwnPictureResolver, new OwnPictureResolver(pictures)],
    [PictureResolver, new PictureResolver()],
    [AccountResolver, new AccountResolver(account, apiTokens)],
    [OidcResolver, new OidcResolver(oidc)],
    [PeopleResolver, new PeopleResolver(people)],
    [GroupsResolver, new GroupsResolver(groups)],
    [SpacesResolver, new SpacesResolver(spaces)],
    [GrantsResolver, new GrantsResolver(grants)],
    [SharingResolver, new SharingResolver(sharing, joining)],
  ]
}

/** Starts what these features do by themselves. */
export function startPeopleJobs({ sharing }: PeopleFeatures, log: Logger): { stop(): Promise<void> }[] {
  return [startExpiryJob({ endExpired: () => sharing.endExpired(), log })]
}
