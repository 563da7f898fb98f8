import type { DocumentServerErrorCode } from '../../lib/errors.js'

interface Text {
  code: number
  en: string
  zh: string
}

/** Errors as the editor shows them: code of the protocol, cause and remedy in both languages. */
const errors: Record<DocumentServerErrorCode, Text> = {
  TOKEN_INVALID: {
    code: -20,
    en: 'The document security token is not correctly formed. Please ask your administrator to compare the secrets of the portal and of the document server.',
    zh: '文档安全令牌格式不正确。请联系管理员核对门户与文档服务器的密钥是否一致。',
  },
  TOKEN_EXPIRED: {
    code: -21,
    en: 'The document security token has expired. Please load the page again.',
    zh: '文档安全令牌已过期。请重新加载页面。',
  },
  DOWNLOAD_FAILED: {
    code: -4,
    en: 'Download failed. The document server could not fetch the file from the portal. Please try again; if it stays so, ask your administrator.',
    zh: '下载失败。文档服务器无法从门户获取该文件。请重试；若仍失败，请联系管理员。',
  },
  TOO_LARGE: {
    code: -1,
    en: 'The file is too large to be opened here. Please download it and open it on your computer.',
    zh: '文件过大，无法在此打开。请下载后在本机打开。',
  },
  DAMAGED: {
    code: -25,
    en: 'The file is damaged, or it is not what its name says. Please upload it again from the original.',
    zh: '文件已损坏，或其内容与扩展名不符。请重新上传原始文件。',
  },
  PASSWORD: {
    code: -25,
    en: 'The file is protected by a password. Please remove the password and upload the file again.',
    zh: '文件受密码保护。请移除密码后重新上传。',
  },
  UNSUPPORTED: {
    code: -1,
    en: 'This document server does not open files of this type. Please convert the file, or download it.',
    zh: '此文档服务器不支持该类型的文件。请转换文件格式，或下载后打开。',
  },
  TOOL_MISSING: {
    code: -1,
    en: 'DjVu and XPS files need a program that is missing on the server. Please ask your administrator to install djvulibre-bin (ddjvu) and libgxps-utils (xpstopdf), or convert the file to PDF.',
    zh: '服务器缺少打开 DjVu 和 XPS 文件所需的程序。请联系管理员安装 djvulibre-bin（ddjvu）和 libgxps-utils（xpstopdf），或先将文件转换为 PDF。',
  },
  BUSY: {
    code: -1,
    en: 'Too many documents are open on the server. Please try again in a few minutes.',
    zh: '服务器上打开的文档过多。请几分钟后重试。',
  },
  ENGINE_LOST: {
    code: -1,
    en: 'The document could not be opened because the editing engine stopped. Please try again.',
    zh: '编辑引擎意外停止，无法打开文档。请重试。',
  },
  NOT_ALLOWED: {
    code: -1,
    en: 'You do not have the right to do this.',
    zh: '您没有执行此操作的权限。',
  },
  BAD_MESSAGE: {
    code: -1,
    en: 'The editor and the document server do not fit together. Please load the page again.',
    zh: '编辑器与文档服务器版本不匹配。请重新加载页面。',
  },
  INTERNAL: {
    code: -1,
    en: 'Something went wrong on the document server. Please try again.',
    zh: '文档服务器发生错误。请重试。',
  },
}

const warnings = {
  PORTAL_REFUSED: {
    code: -101,
    en: 'The portal did not accept this editing session, so the document may not be saved there. Please tell your administrator.',
    zh: '门户未接受此次编辑，文档可能无法保存。请联系管理员。',
  },
  FORGOTTEN_COPY: {
    code: -104,
    en: 'This is a copy that the server kept because it could not be saved in the portal earlier. It is saved again when you close it.',
    zh: '此文件是服务器保留的备份副本，先前未能保存到门户。关闭后将再次尝试保存。',
  },
  SAVE_FAILED: {
    code: -331,
    en: 'The document could not be saved in the portal. Your changes are kept on the server. Please try again later, or download a copy.',
    zh: '文档未能保存到门户。您的更改已保留在服务器上。请稍后重试，或下载副本。',
  },
  INPUT_SKIPPED: {
    code: -1,
    en: 'The last input made the editing engine stop several times and was left out.',
    zh: '最后的输入多次导致编辑引擎停止，已被忽略。',
  },
} satisfies Record<string, Text>

export type WarningName = keyof typeof warnings

function pick(text: Text, lang: string) {
  return { code: text.code, message: lang.toLowerCase().startsWith('zh') ? text.zh : text.en }
}

/** Gives code and text of an error in the participant's language. */
export function describeError(code: DocumentServerErrorCode, lang: string) {
  return { type: 'error' as const, ...pick(errors[code], lang) }
}

/** Gives code and text of a warning in the participant's language. */
export function describeWarning(name: WarningName, lang: string) {
  return { type: 'warning' as const, ...pick(warnings[name], lang) }
}
