/** A fault the person who starts Lectern can mend; its message is the one line they see. */
export class LauncherError extends Error {
  override readonly name = 'LauncherError'
}
