import type { InputMessage } from '@lectern/shared'
import { reasonOf } from '../../lib/errors.js'
import { EngineError } from '../engine/index.js'
import type { ViewInput } from '../engine/index.js'
import { inputName } from './blame.js'
import { noteChange } from './changes.js'
import { tellModified } from './durability.js'
import { isCommentCommand, isTrackingCommand, mayChange, refusalOf } from './input-policy.js'
import type { PolicyFacts } from './input-policy.js'
import { fillIn } from './form-filling.js'
import { inTurn, NotGiven } from './in-turn.js'
import { findWorkOfOthers, isPermitted } from './others-work.js'
import type { WorkOfOthers } from './others-work.js'
import { describeRefusal } from './refusals.js'
import type { Refusal } from './refusals.js'
import { noteInput, noteRefused } from './journaling.js'
import { authorOf } from './claims.js'
import type { JoinClaims } from './claims.js'
import type { Member, SessionCore } from './session-state.js'

/** Closing codes of the socket that mean "connect again". */
export const CloseCode = { Restart: 1012, OutOfOrder: 4000, Replaced: 4001 } as const

/** An acknowledgement goes out when nothing is under way, and at the latest after so many inputs. */
const ackEvery = 16
/** More than any person types ahead; beyond it the page is told to start over. */
const maxInFlight = 5_000

/** Takes one numbered input of a page: each number once, in order, and only what the role allows. */
export function takeInput(core: SessionCore, member: Member, input: InputMessage, refused?: Refusal): void {
  const { state, snapshots, deps } = core
  if (state.held) {
    state.held.waiting.push(() => takeInput(core, member, input, refused))
    return
  }
  const { view, connection } = member
  // Without a view the engine is being restarted: the page sends all of this again after the next `opened`.
  if (!view || !connection || !member.ready) return
  if (input.seq <= member.receivedSeq) {
    acknowledge(member)
    return
  }
  if (input.seq !== member.receivedSeq + 1 || member.inFlight > maxInFlight) {
    connection.close(CloseCode.OutOfOrder, `Input ${input.seq} is out of order.`)
    return
  }
  member.receivedSeq = input.seq
  state.lastInputAt = deps.clock.now()
  const changes = mayChange(input)
  const refusal = refused ?? refusalOf(input, policyFacts(core, member))
  if (refusal !== undefined) {
    reject(member, input.seq, refusal)
    noteRefused(state, member, input.seq)
    void finish(Promise.resolve(), false)
    return
  }
  state.sawInput ||= member.claims.canChange
  noteInput(core, member, input)
  if (changes) noteMemberChange(core, member)
  state.blame.begin(inputName(member.id, input.seq))
  void finish(giveToView(core, member, input), changes)

  async function finish(applied: Promise<void>, changed: boolean): Promise<void> {
    const { epoch } = state
    member.inFlight += 1
    try {
      await applied
    } catch (cause) {
      if (cause instanceof EngineError && cause.code === 'LOST') return
      const isRefused = cause instanceof NotGiven
      if (!isRefused)
        deps.log.warn(
          { key: state.key, input: input.type, reason: reasonOf(cause) },
          'The engine refused an input',
        )
      reject(member, input.seq, isRefused ? cause.refusal : 'unknown')
      if (isRefused) noteRefused(state, member, input.seq)
    }
    if (epoch !== state.epoch) return
    state.blame.end(inputName(member.id, input.seq), deps.clock.now())
    member.inFlight -= 1
    member.appliedSeq = Math.max(member.appliedSeq, input.seq)
    // Again: a snapshot may have been taken between the start of this input and its end.
    if (changed) snapshots.touch()
    if (member.inFlight === 0 || input.seq % ackEvery === 0) acknowledge(member)
  }
}

function reject({ connection, claims }: Member, seq: number, refusal: Refusal): void {
  connection?.send({ type: 'rejected', seq, reason: describeRefusal(refusal, claims.lang) })
}

/** Hands an input to the view of its participant, in the way that the role wants it. */
export async function giveToView(core: SessionCore, member: Member, input: InputMessage): Promise<void> {
  if (mayChange(input)) trackChanges(core, member, input)
  const give = () => member.view?.input(toViewInput(input, member.claims))
  const { role, documentType, permissions } = member.claims
  if (role === 'formFiller' && documentType === 'word') return fillIn(member, input, give)
  if (permissions.reviewGroups === undefined && permissions.commentGroups === undefined) return give()
  return inTurn(member, () => treat(member, findWorkOfOthers(input, member.claims), give))
}

/** Gives a command about somebody's comment or change when the participant may treat it so. */
async function treat(
  { view }: Member,
  work: WorkOfOthers | undefined,
  give: () => Promise<void> | undefined,
): Promise<void> {
  if (work && view && !(await isPermitted(view, work))) throw new NotGiven(work.refusal)
  await give()
}

/** Notes a change of this participant and tells the page that it is not on disk yet. */
export function noteMemberChange({ state, snapshots, deps }: SessionCore, member: Member): void {
  member.changedSeq = member.receivedSeq
  noteChange(state.record, member.claims, deps.clock.now())
  tellModified(member)
  snapshots.touch()
}

function acknowledge(member: Member): void {
  // Who only looks leaves nothing that has to be kept.
  if (!member.claims.canChange) member.durableSeq = member.appliedSeq
  member.connection?.send({ type: 'ack', seq: member.appliedSeq, durableSeq: member.durableSeq })
}

function policyFacts({ state }: SessionCore, { claims, replay }: Member): PolicyFacts {
  const graphic = replay.get('graphicSelection')
  return {
    claims,
    isTracked:
      state.trackingEpoch === state.epoch &&
      [...state.members.values()].some((member) => member.claims.role === 'reviewer'),
    hasGraphic: graphic?.type === 'graphicSelection' && graphic.rect !== null,
  }
}

/** What a reviewer changes is tracked: the engine is told before it gets the first of it. */
function trackChanges({ state, deps }: SessionCore, { view, claims }: Member, input: InputMessage): void {
  // From now on the engine does as an editor wishes.
  if (isTrackingCommand(input)) state.trackingEpoch = undefined
  if (claims.role !== 'reviewer' || state.trackingEpoch === state.epoch) return
  state.trackingEpoch = state.epoch
  const command = { type: 'command' as const, name: '.uno:TrackChanges', args: { TrackChanges: true } }
  view?.input(command).catch((cause: unknown) => {
    state.trackingEpoch = undefined
    deps.log.error({ key: state.key, reason: reasonOf(cause) }, 'Changes of a reviewer could not be tracked')
  })
}

function toViewInput({ seq: _, ...input }: InputMessage, claims: JoinClaims): ViewInput {
  if (input.type !== 'command' || !isCommentCommand({ seq: 1, ...input })) return input
  const isNew = input.name.endsWith('InsertAnnotation')
  // Nobody writes under another name, and a commenter's view takes nothing else.
  const args = isNew ? { ...input.args, Author: authorOf(claims) } : input.args
  return { ...input, args, unlock: claims.role === 'commenter' }
}
