import type { CommandDeps } from '@/lib/write/transact'

export interface Letter {
  to: string
  subject: string
  text: string
}

export interface Mailer {
  send(letter: Letter): Promise<void>
}

/** What the commands about people are given; `db` is the platform's login. */
export interface SiteDeps extends CommandDeps {
  /** Where the request came from; not there where it is of no use. */
  address?: string
  /** The site's public address, without a slash at its end. */
  siteUrl: string
  /** Null where no mail server is configured. */
  mailer: Mailer | null
  /** Runs work after the answer was sent, so that the answer's time says nothing about it. */
  later(work: () => Promise<void>): void
}
