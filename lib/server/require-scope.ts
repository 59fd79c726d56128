import 'server-only'
import { headers } from 'next/headers'
import { forbidden, notFound, redirect } from 'next/navigation'
import type { Failure } from '@/lib/base/result'
import type { Capability } from '@/lib/base/roles'
import type { Scope } from '@/lib/base/scope'
import type { EngagementAddress } from '@/lib/domain/tenancy/schema'
import type { UserContext } from '@/lib/domain/users/schema'
import { requestedPathHeader } from '@/lib/http/requested-path'
import { enterFor, enterSite } from './enter'
import { noteDenial } from './note-denial'
import { pathAfterSignIn } from './path-after-sign-in'

/** Leads a person who may not see a page to where they can go on. */
async function turnAway(refusal: Failure): Promise<never> {
  if (refusal.code === 'account_pending') redirect('/pending')
  if (refusal.code !== 'unauthenticated') notFound()
  const path = pathAfterSignIn((await headers()).get(requestedPathHeader))
  redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}

/**
 * The scope of a page of an engagement. Each page calls it, because a layout is not rendered again
 * on the way from page to page.
 * @param capability what the page is for; a member without it is told so
 */
export async function requireScope(
  params: EngagementAddress | Promise<EngagementAddress>,
  capability: Capability = 'engagement.read',
): Promise<Scope> {
  const scope = await enterFor(await params, capability)
  if (scope.ok) return scope.data
  if (scope.code === 'forbidden') forbidden()
  return turnAway(scope)
}

/** The signed-in, approved person of a page. */
export async function requireUser(): Promise<UserContext> {
  const user = await enterSite()
  return user.ok ? user.data : turnAway(user)
}

/** The administrator of a page; for everybody else the page is not there. */
export async function requireAdmin(): Promise<UserContext> {
  const user = await requireUser()
  if (user.isAdmin) return user
  noteDenial({ userId: user.userId, place: null, capability: null })
  return notFound()
}
