/** Error codes of the command service (`POST /command`), always sent with HTTP 200. */
export const CommandError = {
  None: 0,
  UnknownKey: 1,
  CallbackUrl: 2,
  Internal: 3,
  NoChanges: 4,
  UnknownCommand: 5,
  Token: 6,
  TokenExpired: 7,
} as const
export type CommandError = (typeof CommandError)[keyof typeof CommandError]

/** Names of the commands that a document server understands (`c`). */
export type CommandName =
  | 'info'
  | 'drop'
  | 'forcesave'
  | 'meta'
  | 'version'
  | 'license'
  | 'getForgottenList'
  | 'getForgotten'
  | 'deleteForgotten'

/** Body of a command, in wire spelling. */
export interface CommandRequest {
  c: CommandName
  key?: string
  users?: string[]
  userdata?: string
  meta?: { title?: string }
}

/** Answer to a command. */
export interface CommandReply {
  error: CommandError
  key?: string
  users?: string[]
  version?: string
  url?: string
  keys?: string[]
}
