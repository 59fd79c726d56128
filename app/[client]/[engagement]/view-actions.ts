'use server'

import { changeView } from '@/lib/domain/views/commands/change-view'
import { keepView } from '@/lib/domain/views/commands/keep-view'
import { removeView } from '@/lib/domain/views/commands/remove-view'
import { restoreView } from '@/lib/domain/views/commands/restore-view'
import {
  changeViewSchema,
  keepViewSchema,
  removeViewSchema,
  restoreViewSchema,
} from '@/lib/domain/views/schema'
import { defineAction } from '@/lib/server/define-action'

export const keep = defineAction({ input: keepViewSchema, capability: 'view.keep' }, keepView)

export const change = defineAction({ input: changeViewSchema, capability: 'view.keep' }, changeView)

export const remove = defineAction({ input: removeViewSchema, capability: 'view.keep' }, removeView)

export const restore = defineAction(
  { input: restoreViewSchema, capability: 'view.keep' },
  restoreView,
)
