import { createTransport } from 'nodemailer'
import type { Logger } from './logger.js'

export interface Mail {
  to: string
  subject: string
  text: string
}

/** Sends e-mail, when the administrator said by which server. */
export interface Mailer {
  isConfigured: boolean
  /** Hands a mail to the server; false when there is none, or when it does not take the mail. */
  send(mail: Mail): Promise<boolean>
  stop(): void
}

export interface MailerOptions {
  /** Such as `smtp://user:password@mail.example.org:587`; undefined when there is no mail server. */
  smtpUrl: string | undefined
  from: string
  log: Logger
}

const timeoutMs = 10_000

/** Makes what sends the portal's mails. A mail that cannot be sent is logged and never stops what caused it. */
export function createMailer({ smtpUrl, from, log }: MailerOptions): Mailer {
  if (!smtpUrl) return { isConfigured: false, send: () => Promise.resolve(false), stop: () => undefined }
  const url = new URL(smtpUrl)
  const transport = createTransport({
    host: url.hostname,
    port: url.port ? Number(url.port) : undefined,
    secure: url.protocol === 'smtps:',
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  })
  return {
    isConfigured: true,
    async send(mail) {
      try {
        await transport.sendMail({ from, ...mail })
        return true
      } catch (error) {
        // Addresses of people and the password in the address stay out of the log.
        const { code, message } = error as { code?: string; message?: string }
        log.error({ code, reason: message }, 'A mail could not be sent: check SMTP_URL and the mail server')
        return false
      }
    },
    stop: () => {
      transport.close()
    },
  }
}
