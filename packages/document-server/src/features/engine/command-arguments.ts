import { z } from 'zod'
import type { CommandArgs } from '@lectern/shared'

/** LibreOffice's name of an argument's type. */
type UnoType = 'string' | 'boolean' | 'long' | 'short' | 'unsigned short' | 'unsigned long' | 'float'

/** One argument that a command takes. */
export interface Argument {
  unoType: UnoType
  schema: z.ZodType<string | number | boolean>
  optional?: boolean
}

export type Arguments = Record<string, Argument>

/** What is done in a dialog that nobody sees. */
export interface DialogAnswer {
  id: string
  cmd: string
  data: string
  type: string
}

/** A command that is more than a name with plain values. */
export interface BuiltCommand {
  arguments: Arguments
  build: (args: CommandArgs) => {
    name: string
    args?: string
    answers?: DialogAnswer[]
    /** An ODT file that the command inserts; its place is told to it in the engine's process. */
    file?: Uint8Array
  }
}

export const text = (maxLength: number, pattern?: RegExp): Argument => {
  const schema = z.string().min(1).max(maxLength)
  return { unoType: 'string', schema: pattern ? schema.regex(pattern) : schema }
}
/** Any text, an empty one too. */
export const textUpTo = (maxLength: number): Argument => ({
  unoType: 'string',
  schema: z.string().max(maxLength),
})
/** Any text that is one line, an empty one too. */
export const lineUpTo = (maxLength: number): Argument => ({
  unoType: 'string',
  schema: z
    .string()
    .max(maxLength)
    .regex(/^[^\p{Cc}]*$/u),
})
export const anyText = textUpTo(10_000)
export const flag: Argument = { unoType: 'boolean', schema: z.boolean() }
export const integer = (min: number, max: number, unoType: UnoType = 'long'): Argument => ({
  unoType,
  schema: z.number().int().min(min).max(max),
})
export const float = (min: number, max: number): Argument => ({
  unoType: 'float',
  schema: z.number().min(min).max(max),
})
export const optional = (argument: Argument): Argument => ({ ...argument, optional: true })
/** -1 is no colour (automatic, transparent). */
export const color = integer(-1, 0xffffff)
