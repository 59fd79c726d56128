'use server'

import { approveRequest } from '@/lib/domain/users/commands/approve-request'
import { rejectRequest } from '@/lib/domain/users/commands/reject-request'
import { approveRequestInput, rejectRequestInput } from '@/lib/domain/users/schema'
import { defineAdminAction } from '@/lib/server/define-site-action'

export const approve = defineAdminAction({ input: approveRequestInput }, approveRequest)

export const reject = defineAdminAction({ input: rejectRequestInput }, rejectRequest)
