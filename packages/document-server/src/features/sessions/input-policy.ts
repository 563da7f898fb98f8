import type { EditorRole, InputMessage } from '@lectern/shared'
import type { JoinClaims } from './claims.js'
import { alt, ctrl, isKey, modifierMask, plainName, shift, words } from './input-facts.js'
import { narrowedRefusal } from './narrowed.js'
import type { Refusal } from './refusals.js'

const keyC = 514
/** Arrows, Home, End, Page up, Page down; Escape; the keys of modifiers send 0. */
const navigationKeys = new Set([0, 1024, 1025, 1026, 1027, 1028, 1029, 1030, 1031, 1281])
/** Enter, Tab, Backspace, Delete. */
const writingKeys = new Set([1280, 1282, 1283, 1286])
/** Tab, Backspace, Delete. */
const fillingKeys = new Set([1282, 1283, 1286])
/** With Ctrl: C, Y, Z. */
const fillingWithCtrl = new Set([514, 536, 537])
const lineEnds = /[\r\n\u2028\u2029]/
/** With Ctrl: A, C and F select, copy and find. */
const harmlessWithCtrl = new Set([512, 514, 517])
/** With Ctrl: A, B, C, I, U, Y, Z. */
const reviewableWithCtrl = new Set([512, 513, 514, 520, 532, 536, 537])

const commentCommands = words(
  'InsertAnnotation ReplyComment EditAnnotation ResolveCommentThread DeleteComment DeleteCommentThread DeleteNote',
)
/** They show something, and change nothing. */
const readingCommands = words(
  'GoToStartOfDoc GoToEndOfDoc GoToCell JumpToMark SelectAll Cancel Copy DataSelect',
)
/** Those among them that select nothing. */
const lookingCommands = words('GoToStartOfDoc GoToEndOfDoc JumpToMark Cancel')
/** What they do serves only to take the text along. */
const copyingCommands = words('SelectAll Copy')
/** What the engine tracks: text, its attributes, and those of paragraphs. */
const reviewableCommands = words(
  'Bold Italic Underline Strikeout SuperScript SubScript LeftPara CenterPara RightPara JustifyPara SpacePara1 SpacePara15 ' +
    'SpacePara2 DefaultBullet DefaultNumbering IncrementIndent DecrementIndent IncrementLevel DecrementLevel ' +
    'ResetAttributes Undo Redo Delete InsertPagebreak InsertLinebreak CharFontName FontHeight Color FontColor ' +
    'CharBackColor StyleApply ExecuteSearch ShowTrackedChanges NextTrackedChange PreviousTrackedChange',
)
const findCommands = [0, 1]

/** What the decision depends on beside the input. */
export interface PolicyFacts {
  claims: JoinClaims
  /** Somebody reviews, and the engine tracks changes for it. */
  isTracked: boolean
  /** A picture or shape is selected, whose moves and sizes the engine does not track. */
  hasGraphic: boolean
}

/**
 * Decides whether a participant may give an input; the answer names the reason of a refusal.
 * This is the only gate: the page hides buttons, but nobody has to use the page.
 */
export function refusalOf(input: InputMessage, facts: PolicyFacts): Refusal | undefined {
  const { claims } = facts
  if (input.type === 'setPart') return undefined
  if (claims.documentType === 'pdf') return formRefusal(input, claims)
  const narrowed = narrowedRefusal(input, claims)
  if (narrowed) return narrowed
  if (isCommentCommand(input)) return commentRefusal(claims)
  switch (claims.role) {
    case 'editor':
      return (facts.isTracked && isTrackingCommand(input)) || isTrackingKey(input) ? 'tracking' : undefined
    case 'reviewer':
      return isReviewable(input, facts.hasGraphic) ? undefined : 'reviewOnly'
    case 'commenter':
      return readingRefusal(input, claims, 'commentsOnly')
    case 'formFiller':
      return isFilling(input) ? undefined : readingRefusal(input, claims, 'formsOnly')
    case 'viewer':
      return readingRefusal(input, claims, 'reading')
  }
}

/** Of a PDF file nothing but the fields of its form can be changed. */
function formRefusal(input: InputMessage, { role }: JoinClaims): Refusal | undefined {
  if (role !== 'editor' && role !== 'formFiller') return 'reading'
  return input.type === 'fields' ? undefined : 'formsOnly'
}

/** Tells whether an input is about comments, which some roles may give although the text is not theirs to change. */
export function isCommentCommand(input: InputMessage): boolean {
  return input.type === 'command' && commentCommands.has(plainName(input.name))
}

/** Tells whether an input switches the tracking of changes. */
export function isTrackingCommand(input: InputMessage): boolean {
  return input.type === 'command' && plainName(input.name) === 'TrackChanges'
}

/** The engine toggles the tracking by Ctrl+Shift+C, unseen by the server; the toolbar has a button. */
function isTrackingKey(input: InputMessage): boolean {
  return isKey(input, keyC, ctrl | shift)
}

const commenters: readonly EditorRole[] = ['editor', 'reviewer', 'commenter']

function commentRefusal({ role, permissions }: JoinClaims): Refusal | undefined {
  if (commenters.includes(role)) return permissions.comment === false ? 'commenting' : undefined
  return role === 'formFiller' ? 'formsOnly' : 'reading'
}

function readingRefusal(
  input: InputMessage,
  { permissions }: JoinClaims,
  reason: Refusal,
): Refusal | undefined {
  if (input.type === 'mouse') {
    if (permissions.copy === false) return 'copying'
    return input.button <= 1 && !(reason === 'formsOnly' && selects(input)) ? undefined : reason
  }
  if (input.type !== 'command') return reason
  const name = plainName(input.name)
  const finds =
    reason !== 'formsOnly' &&
    name === 'ExecuteSearch' &&
    findCommands.includes(Number(input.args?.['SearchItem.Command']))
  if (!finds && !(reason === 'formsOnly' ? lookingCommands : readingCommands).has(name)) return reason
  return permissions.copy === false && copyingCommands.has(name) ? 'copying' : undefined
}

/**
 * Tells whether a form filler may send it; that it reaches a field only is seen to later. Line ends would end the field's
 * paragraph. Nothing may be selected: the engine does not tell when a selection goes beyond the field.
 */
function isFilling(input: InputMessage): boolean {
  switch (input.type) {
    case 'fillField':
      return true
    case 'text':
    case 'compose':
      return !lineEnds.test(input.text)
    case 'paste':
      return input.mimeType.startsWith('text/plain') && !lineEnds.test(input.data)
    case 'key':
      return isFillingKey(input)
    case 'command':
      return ['Undo', 'Redo'].includes(plainName(input.name))
    default:
      return false
  }
}

function isFillingKey({ charCode, keyCode }: { charCode: number; keyCode: number }): boolean {
  const key = keyCode & 0xfff
  const modifiers = keyCode & modifierMask
  if ((modifiers & alt) !== 0) return false
  if (navigationKeys.has(key) && (charCode === 0 || charCode === 27))
    return (modifiers & shift) === 0 || key === 0
  if ((modifiers & ctrl) !== 0) return fillingWithCtrl.has(key) && (modifiers & shift) === 0
  return (charCode >= 32 && charCode !== 127) || fillingKeys.has(key)
}

function selects(input: Extract<InputMessage, { type: 'mouse' }>): boolean {
  return isDrag(input) || input.count > 1 || (input.modifiers & shift) !== 0
}

function isDrag({ kind, button }: Extract<InputMessage, { type: 'mouse' }>): boolean {
  return kind === 'move' && button !== 0
}

function isReviewable(input: InputMessage, hasGraphic: boolean): boolean {
  switch (input.type) {
    case 'text':
    case 'compose':
    case 'paste':
    case 'moveSelection':
    case 'setPart':
      return true
    case 'mouse':
      return !(hasGraphic && isDrag(input))
    case 'key':
      return isReviewableKey(input, hasGraphic)
    case 'command': {
      const name = plainName(input.name)
      if (name === 'StyleApply' && input.args?.['FamilyName'] === 'PageStyles') return false
      return reviewableCommands.has(name) || readingCommands.has(name)
    }
    case 'insertImage':
    case 'movePart':
    case 'notes':
    case 'filter':
    case 'fields':
    case 'fillField':
      return false
  }
}

function isReviewableKey(
  { charCode, keyCode }: { charCode: number; keyCode: number },
  hasGraphic: boolean,
): boolean {
  const key = keyCode & 0xfff
  const modifiers = keyCode & modifierMask
  if ((modifiers & alt) !== 0) return false
  if (navigationKeys.has(key) && charCode < 32) return !hasGraphic || key === 0 || key === 1281
  if (writingKeys.has(key)) return true
  if ((modifiers & ctrl) !== 0) return reviewableWithCtrl.has(key) && (modifiers & shift) === 0
  return charCode >= 32
}

/** Tells whether an input may change the document; when in doubt it may, because a save too much does no harm. */
export function mayChange(input: InputMessage): boolean {
  switch (input.type) {
    case 'setPart':
    case 'mouse':
      return false
    case 'key': {
      if (input.kind === 'up') return false
      const key = input.keyCode & ~modifierMask & 0xfff
      if ((input.keyCode & ctrl) !== 0 && harmlessWithCtrl.has(key)) return false
      return input.charCode >= 32 || !navigationKeys.has(key)
    }
    case 'command':
      return !readingCommands.has(plainName(input.name))
    case 'text':
    case 'compose':
    case 'paste':
    case 'moveSelection':
    case 'insertImage':
    case 'movePart':
    case 'notes':
    case 'filter':
    case 'fields':
    case 'fillField':
      return true
  }
}
