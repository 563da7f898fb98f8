import { CallbackStatus } from '@lectern/shared'

/** Statuses whose ledger entries say how a save went. */
export const saveStatuses: readonly CallbackStatus[] = [
  CallbackStatus.ReadyToSave,
  CallbackStatus.SaveFailed,
  CallbackStatus.ForceSaved,
  CallbackStatus.ForceSaveFailed,
]

const messages = {
  EDITOR_COULD_NOT_SAVE: {
    en: 'The editor could not make a file of the last changes. The version before them is kept. Open the document and check what is missing.',
    zh: '编辑器无法将最后的更改生成文件。之前的版本已保留。请打开文档检查缺少的内容。',
  },
  FORCE_SAVE_FAILED: {
    en: 'Saving while editing failed. The changes are still in the editor: keep it open and save again.',
    zh: '编辑过程中的保存失败。更改仍在编辑器中：请保持编辑器打开并再次保存。',
  },
  RESULT_UNUSABLE: {
    en: 'The document server sent a damaged file or one of another type. It was not made a version; the version before is kept. Ask the administrator for the file that was set aside.',
    zh: '文档服务器发送的文件已损坏或类型不符，未保存为新版本；之前的版本已保留。请向管理员索取另存的文件。',
  },
  RESULT_TOO_LARGE: {
    en: 'The edited document is larger than the portal takes, so it was not stored. Make it smaller, or ask the administrator for a higher limit.',
    zh: '编辑后的文档超过了门户允许的大小，因此未保存。请减小文档，或请管理员提高限制。',
  },
  RESULT_UNREACHABLE: {
    en: 'The portal could not fetch the last changes from the document server. It keeps asking for them; tell the administrator when this message stays.',
    zh: '门户无法从文档服务器获取最后的更改，将继续尝试。如果此消息一直存在，请告知管理员。',
  },
  CONFLICT: {
    en: 'The document changed otherwise while it was open. What was written meanwhile is kept as a version of its own, marked as a conflict: compare both and restore the one you want.',
    zh: '文档在打开期间被以其他方式更改。期间编写的内容已另存为标记为“冲突”的版本：请比较两者并恢复所需的版本。',
  },
} as const

/** Why the last save of a document is not its current version. */
export type SaveProblemCode = keyof typeof messages

/** Says in the reader's language what went wrong and what to do; nothing of codes that are not known. */
export function describeSaveProblem(code: string, language: string): string {
  const known: Partial<Record<string, { en: string; zh: string }>> = messages
  return known[code]?.[language.toLowerCase().startsWith('zh') ? 'zh' : 'en'] ?? ''
}
