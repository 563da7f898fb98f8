import type { Knex } from 'knex'
import { CallbackActionType, CallbackStatus } from '@lectern/shared'
import type { CallbackReply } from '@lectern/shared'
import type { Clock } from '../../lib/clock.js'
import type { Logger } from '../../lib/logger.js'
import { nodeRepository } from '../library/index.js'
import { isPresence, parseCallback } from './callback.js'
import type { Callback } from './callback.js'
import type { ReachCrashPoint } from './crash-point.js'
import type { DocumentServerJwt } from './document-server-jwt.js'
import { editingSessionRepository } from './editing-session.repository.js'
import { saveLedgerRepository } from './save-ledger.repository.js'
import type { SaveService } from './save.service.js'
import type { UrlTokens } from './url-token.js'

/** What arrives at the callback address. */
export interface CallbackRequest {
  documentId: string
  /** The portal's own token in the address. */
  urlToken: string
  /** The header that the document server signs. */
  header: string | undefined
  body: unknown
}

export interface CallbackAnswer {
  status: 200 | 403 | 503
  reply: CallbackReply
}

export interface CallbackServiceOptions {
  db: Knex
  clock: Clock
  log: Logger
  urlTokens: UrlTokens
  jwt: DocumentServerJwt
  saves: SaveService
  reachCrashPoint: ReachCrashPoint
}

const accepted: CallbackAnswer = { status: 200, reply: { error: 0 } }
/** Permanent: the document server keeps the file as forgotten at once, from where the recovery job takes it. */
const refused: CallbackAnswer = { status: 200, reply: { error: 1 } }
const forbidden: CallbackAnswer = { status: 403, reply: { error: 1 } }
/** Transient: the document server tries again. */
const tryAgain: CallbackAnswer = { status: 503, reply: { error: 1 } }

/** Answers callbacks of the document server: who they are from, what they say, and whether it is durable. */
export function createCallbackService(options: CallbackServiceOptions) {
  const { db, clock, log, urlTokens, jwt, saves, reachCrashPoint } = options

  async function verifyClaims({ header, body }: CallbackRequest) {
    // A header that is there must be right: falling back to the body would let a forged header pass.
    if (header !== undefined) return jwt.verifyHeader(header)
    const token = (body as { token?: unknown } | null | undefined)?.token
    return typeof token === 'string' ? jwt.verify(token) : undefined
  }

  async function track(callback: Callback): Promise<void> {
    const session = await editingSessionRepository.find(db, callback.key)
    if (session) {
      const participants = participantsAfter(callback, session.participants)
      await editingSessionRepository.setParticipants(db, callback.key, participants, clock.now())
    }
  }

  async function takeIn(documentId: string, callback: Callback, claims: Record<string, unknown>) {
    const at = clock.now()
    const entry = await saveLedgerRepository.receive(db, { documentId, callback, claims, at })
    reachCrashPoint('after-ledger')
    await track(callback)
    if (isPresence(callback.status)) {
      await saveLedgerRepository.finish(db, entry.id, { outcome: 'done' }, at)
      return accepted
    }
    const { outcome } = entry.outcome === 'received' ? await saves.carryOut(entry) : entry
    return outcome === 'done' ? accepted : refused
  }

  return {
    async handle(request: CallbackRequest): Promise<CallbackAnswer> {
      const { documentId } = request
      const urlToken = await urlTokens.verify('callback', request.urlToken)
      if (urlToken?.documentId !== documentId) {
        log.warn({ documentId }, 'a callback came without a valid token of this portal in its address')
        return forbidden
      }
      const claims = await verifyClaims(request)
      const callback = claims && parseCallback(claims)
      if (!callback || callback.key !== urlToken.key) {
        log.warn(
          { documentId },
          'a callback was not signed by the document server for this document: check the secret',
        )
        return forbidden
      }
      try {
        if (!(await nodeRepository.findDocumentEvenDeleted(db, documentId))) return refused
        return await takeIn(documentId, callback, claims)
      } catch (error) {
        log.error(
          { err: error, documentId, status: callback.status },
          'a callback could not be carried out now',
        )
        return tryAgain
      }
    },
  }
}
export type CallbackService = ReturnType<typeof createCallbackService>

/** Who has the document open after a callback; saves name their last author only, so they change nothing or end it. */
export function participantsAfter(callback: Callback, before: readonly string[]): readonly string[] {
  switch (callback.status) {
    case CallbackStatus.Editing: {
      if (callback.users.length > 0) return callback.users
      const left = callback.actions.filter(({ type }) => type === CallbackActionType.Left)
      return before.filter((userId) => !left.some((action) => action.userId === userId))
    }
    case CallbackStatus.ReadyToSave:
    case CallbackStatus.SaveFailed:
    case CallbackStatus.ClosedUnchanged:
      return []
    case CallbackStatus.ForceSaved:
    case CallbackStatus.ForceSaveFailed:
      return before
  }
}
