'use server'

import { makeResetLink as makeResetLinkCommand } from '@/lib/domain/users/commands/make-reset-link'
import { resetLinkInput } from '@/lib/domain/users/schema'
import { defineAdminAction } from '@/lib/server/define-site-action'

export const makeResetLink = defineAdminAction({ input: resetLinkInput }, makeResetLinkCommand)
