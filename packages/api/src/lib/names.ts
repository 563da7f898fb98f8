import { PortalError } from './portal-error.js'

const maxNameLength = 200
// Control and invisible direction characters: they let a name look like another ("fdp.exe").
const forbidden = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/** Cleans a name from outside: path parts, control characters and outer spaces go; refuses what is left empty. */
export function cleanName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? ''
  const clean = base.normalize('NFC').replace(forbidden, '').replace(/\s+/gu, ' ').trim()
  if (clean === '' || /^\.+$/.test(clean))
    throw new PortalError(
      'NAME_INVALID',
      'The name is empty. Enter a name with at least one visible character.',
      {
        details: { name: clean },
      },
    )
  const characters = Array.from(clean)
  if (characters.length > maxNameLength)
    throw new PortalError('NAME_INVALID', `The name is too long. Use at most ${maxNameLength} characters.`, {
      details: { name: characters.slice(0, 40).join(''), maxLength: maxNameLength },
    })
  return clean
}

/** Gives the form in which names are compared: without case. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase()
}

/** Gives the form by which names are sorted: without case, numbers by value. */
export function sortKey(name: string): string {
  return nameKey(name).replace(/\d+/g, (digits) => digits.padStart(10, '0'))
}

/** Splits a file name into its stem and its extension with the dot. */
export function splitName(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? { stem: name.slice(0, dot), extension: name.slice(dot) } : { stem: name, extension: '' }
}

/** Gives a name that is not taken: "plan.docx", "plan (2).docx", "plan (3).docx". */
export function freeName(
  name: string,
  isTaken: (key: string) => boolean,
  { hasExtension = true }: { hasExtension?: boolean } = {},
): string {
  if (!isTaken(nameKey(name))) return name
  const { stem, extension } = hasExtension ? splitName(name) : { stem: name, extension: '' }
  for (let number = 2; ; number++) {
    const candidate = `${stem} (${number})${extension}`
    if (!isTaken(nameKey(candidate))) return candidate
  }
}
