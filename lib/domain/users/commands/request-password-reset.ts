import { failure, type Result, success } from '@/lib/base/result'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { takeTurn } from '@/lib/domain/protection/take-turn'
import { transactPlatform } from '@/lib/write/transact'
import { issueResetLink } from '../issue-reset-link'
import { findCredentials } from '../queries'
import type { SiteDeps } from '../site-deps'

/**
 * Sends a one-time link to an address if a person has it. The work is done after the answer, so
 * that neither the answer nor its time tells whether there is such a person.
 * @returns `unavailable` where no mail server is configured, `rate_limited` for an address that was
 *   asked for too often, whether or not a person has it
 */
export async function requestPasswordReset(
  deps: SiteDeps,
  input: { email: string },
): Promise<Result<Record<string, never>>> {
  const { mailer } = deps
  if (!mailer) {
    return failure('unavailable', {
      message: 'This site sends no e-mail. Ask an administrator for a link.',
    })
  }
  const turn = await takeTurn(deps, 'passwordLinkOfAccount', input.email)
  if (!turn.ok) return turn
  deps.later(async () => {
    const person = await findCredentials(input.email, deps.db)
    if (!person || person.status === 'disabled') return
    const { userId } = person
    const issued = await transactPlatform(deps, async (tx) => {
      const link = await issueResetLink(tx, deps, { userId, createdBy: null })
      await recordAudit(
        tx,
        { userId },
        {
          action: 'password_reset.created',
          subjectType: 'user',
          subjectId: userId,
          detail: { by: 'e-mail' },
        },
      )
      return success(link)
    })
    if (!issued.ok) return
    await mailer.send({
      to: input.email,
      subject: 'Choose a new password for Portolan',
      text: [
        'Somebody, probably you, asked for a new password for Portolan.',
        `Choose it here within 24 hours:\n${issued.data.link}`,
        'If it was not you, nothing needs to be done: your password stays as it is.',
      ].join('\n\n'),
    })
  })
  return success({})
}
