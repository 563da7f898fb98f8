import { PortalError } from '../../../lib/portal-error.js'

/** The longest side of a picture, in pixels. */
const maxSide = 1024

/** Says that bytes are no picture that is taken. */
export function badPicture(): PortalError {
  return new PortalError(
    'PICTURE_INVALID',
    'This is no picture that can be used. Choose a PNG, JPEG or WebP picture that is not animated.',
  )
}

/** Refuses pictures that are empty or too large to be drawn without care. */
export function checkSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw badPicture()
  if (width > maxSide || height > maxSide)
    throw new PortalError(
      'PICTURE_TOO_LARGE',
      `The picture is larger than ${maxSide} × ${maxSide} pixels. Make it smaller and try again.`,
      { details: { limit: maxSide } },
    )
}
