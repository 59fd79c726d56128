'use server'

import { changeMembershipRole } from '@/lib/domain/users/commands/change-membership-role'
import { disableUser } from '@/lib/domain/users/commands/disable-user'
import { enableUser } from '@/lib/domain/users/commands/enable-user'
import { endSessions as endSessionsCommand } from '@/lib/domain/users/commands/end-sessions'
import { giveAdministration } from '@/lib/domain/users/commands/give-administration'
import { giveMembership } from '@/lib/domain/users/commands/give-membership'
import { makeResetLink as makeResetLinkCommand } from '@/lib/domain/users/commands/make-reset-link'
import { setUserDefault } from '@/lib/domain/users/commands/set-user-default'
import { takeAdministration } from '@/lib/domain/users/commands/take-administration'
import { takeMembership } from '@/lib/domain/users/commands/take-membership'
import {
  changeMembershipRoleInput,
  giveMembershipInput,
  resetLinkInput,
  seenMembershipInput,
  seenUserInput,
  setUserDefaultInput,
} from '@/lib/domain/users/schema'
import { defineAdminAction } from '@/lib/server/define-site-action'

export const makeResetLink = defineAdminAction({ input: resetLinkInput }, makeResetLinkCommand)

export const disable = defineAdminAction({ input: seenUserInput }, disableUser)

export const enable = defineAdminAction({ input: seenUserInput }, enableUser)

export const makeAdmin = defineAdminAction({ input: seenUserInput }, giveAdministration)

export const unmakeAdmin = defineAdminAction({ input: seenUserInput }, takeAdministration)

export const endSessions = defineAdminAction({ input: seenUserInput }, endSessionsCommand)

export const addToEngagement = defineAdminAction({ input: giveMembershipInput }, giveMembership)

export const changeRole = defineAdminAction(
  { input: changeMembershipRoleInput },
  changeMembershipRole,
)

export const removeFromEngagement = defineAdminAction(
  { input: seenMembershipInput },
  takeMembership,
)

export const setDefault = defineAdminAction({ input: setUserDefaultInput }, setUserDefault)
