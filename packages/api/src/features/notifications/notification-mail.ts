import type { Mail } from '../../lib/mailer.js'
import type { NotificationKind } from './notification.repository.js'

interface Values {
  name: string
  actor: string
  title: string
  /** What went wrong, or what somebody wrote. */
  text: string
  url: string
}

type Texts = Record<
  NotificationKind,
  { subject: (values: Values) => string; text: (values: Values) => string }
>

const en: Texts = {
  share: {
    subject: ({ actor, title }) => `${actor} shared "${title}" with you`,
    text: ({ name, actor, title, url }) =>
      `Hello ${name},\n\n${actor} shared "${title}" with you. Open it here:\n\n${url}\n`,
  },
  mention: {
    subject: ({ actor, title }) => `${actor} mentioned you in "${title}"`,
    text: ({ name, actor, title, text, url }) =>
      `Hello ${name},\n\n${actor} mentioned you in "${title}":\n\n${text}\n\nOpen it here:\n\n${url}\n`,
  },
  save_failed: {
    subject: ({ title }) => `"${title}" was not saved`,
    text: ({ name, title, text, url }) =>
      `Hello ${name},\n\nthe last save of "${title}" failed. ${text}\n\nOpen it here:\n\n${url}\n`,
  },
  conflict: {
    subject: ({ title }) => `"${title}" has two newest versions`,
    text: ({ name, title, text, url }) =>
      `Hello ${name},\n\n"${title}" was changed by two ways at once. ${text}\n\nOpen it here:\n\n${url}\n`,
  },
}

const zh: Texts = {
  share: {
    subject: ({ actor, title }) => `${actor} 与您共享了“${title}”`,
    text: ({ name, actor, title, url }) =>
      `${name}，您好：\n\n${actor} 与您共享了“${title}”。在此打开：\n\n${url}\n`,
  },
  mention: {
    subject: ({ actor, title }) => `${actor} 在“${title}”中提到了您`,
    text: ({ name, actor, title, text, url }) =>
      `${name}，您好：\n\n${actor} 在“${title}”中提到了您：\n\n${text}\n\n在此打开：\n\n${url}\n`,
  },
  save_failed: {
    subject: ({ title }) => `“${title}”未能保存`,
    text: ({ name, title, text, url }) =>
      `${name}，您好：\n\n“${title}”的上一次保存失败。${text}\n\n在此打开：\n\n${url}\n`,
  },
  conflict: {
    subject: ({ title }) => `“${title}”有两个最新版本`,
    text: ({ name, title, text, url }) =>
      `${name}，您好：\n\n“${title}”同时被以两种方式更改。${text}\n\n在此打开：\n\n${url}\n`,
  },
}

/** Writes the mail of a notification, in the language of whoever gets it. */
export function writeNotificationMail(
  kind: NotificationKind,
  language: string,
  values: Values,
): Omit<Mail, 'to'> {
  const { subject, text } = (language.toLowerCase().startsWith('zh') ? zh : en)[kind]
  return { subject: subject(values), text: text(values) }
}
