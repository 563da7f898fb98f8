import type { ErrorEvent, WarningEvent } from '@onlyoffice/doceditor-types'

/** The texts under `editing.errors` that stand for codes of the editor. */
export type EditorProblemKey = 'unknown' | 'download' | 'token' | 'conversion' | 'forgotten'

/** What an editor reported, ready for a sentence. */
export interface EditorProblem {
  key: EditorProblemKey
  code: number
  message: string
}

const keys: Readonly<Record<number, EditorProblemKey>> = {
  [-3]: 'conversion',
  [-4]: 'download',
  [-20]: 'token',
  [-104]: 'forgotten',
}

/** Finds plain words for an editor's error. */
export function toEditorProblem({ data }: ErrorEvent): EditorProblem {
  const code = data?.errorCode ?? -1
  return { key: keys[code] ?? 'unknown', code, message: data?.errorDescription ?? '' }
}

/** Finds plain words for an editor's warning, or nothing when the editor says enough itself. */
export function findWarningProblem({ data }: WarningEvent): EditorProblem | undefined {
  const code = data?.warningCode ?? 0
  const key = keys[code]
  return key && { key, code, message: data?.warningDescription ?? '' }
}
