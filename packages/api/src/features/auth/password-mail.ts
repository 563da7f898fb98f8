import type { Mail } from '../../lib/mailer.js'

interface Values {
  name: string
  url: string
  language: string
}

const texts = {
  en: {
    invitation: {
      subject: 'Your invitation to Lectern',
      text: (name: string, url: string) =>
        `Hello ${name},\n\nyou are invited to Lectern, where you write and share documents.\nChoose a password here, within seven days:\n\n${url}\n\nIf you do not know what this is about, leave this message unanswered.\n`,
    },
    reset: {
      subject: 'Choose a new password for Lectern',
      text: (name: string, url: string) =>
        `Hello ${name},\n\nsomebody asked for a new password for your account.\nIf that was you, choose it here, within one day:\n\n${url}\n\nIf it was not you, do nothing: your password stays as it is.\n`,
    },
  },
  zh: {
    invitation: {
      subject: '邀请您使用 Lectern',
      text: (name: string, url: string) =>
        `${name}，您好：\n\n您被邀请使用 Lectern 编写和共享文档。\n请在七天内通过以下链接设置密码：\n\n${url}\n\n如果您不了解此事，请忽略本邮件。\n`,
    },
    reset: {
      subject: '设置新的 Lectern 密码',
      text: (name: string, url: string) =>
        `${name}，您好：\n\n有人为您的账户申请了新密码。\n如果是您本人，请在一天内通过以下链接设置：\n\n${url}\n\n如果不是您本人，无需任何操作，您的密码保持不变。\n`,
    },
  },
}

/** Writes the mail that brings somebody a link, in their language. */
export function writePasswordMail(
  purpose: 'invitation' | 'reset',
  { name, url, language }: Values,
): Omit<Mail, 'to'> {
  const { subject, text } = texts[language.toLowerCase().startsWith('zh') ? 'zh' : 'en'][purpose]
  return { subject, text: text(name, url) }
}
