import { PortalError } from '../../lib/portal-error.js'

/** Tells that the bytes are of another kind than the name. */
export function mismatch(fileType: string): PortalError {
  return new PortalError(
    'FILE_MISMATCH',
    `The file is named .${fileType}, but its contents are of another type. Give it its right extension, or save it as .${fileType} in its program.`,
    { details: { fileType } },
  )
}

/** Tells that parts of a ZIP file ask for a password, which is not how Office files are protected. */
export function encrypted(): PortalError {
  return new PortalError(
    'FILE_ENCRYPTED',
    'Parts of the file are encrypted in a way that Office programs cannot open. Protect it in its program instead, or remove the password, and try again.',
  )
}

/** Tells that the file is not whole. */
export function damaged(cause?: unknown): PortalError {
  return new PortalError(
    'FILE_DAMAGED',
    'The file is damaged: a part of it is missing or cannot be read. Get a whole copy and upload it again.',
    { cause },
  )
}

/** Tells why a file would harm whoever opens it. */
export function unsafe(reason: string): PortalError {
  return new PortalError(
    'FILE_UNSAFE',
    `The file was refused because ${reason}. Save it again in its program.`,
    {
      details: { reason },
    },
  )
}
