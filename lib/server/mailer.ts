import 'server-only'
import { createTransport } from 'nodemailer'
import type { Mailer } from '@/lib/domain/users/site-deps'
import type { Env } from '@/lib/env'

/** The configured mail server; null where there is none. */
export function createMailer(settings: Env): Mailer | null {
  if (!settings.SMTP_URL || !settings.MAIL_FROM) return null
  const transport = createTransport(settings.SMTP_URL)
  const from = settings.MAIL_FROM
  return {
    send: async (letter) => {
      await transport.sendMail({ ...letter, from })
    },
  }
}
