import { expect, test } from 'vitest'
import { type Capability, can, type Role, roles } from './roles'

/** Who may, written out for every capability there is: a change of the table must be meant. */
const allowed: Record<Capability, Role[]> = {
  'engagement.read': ['viewer', 'analyst', 'manager', 'admin'],
  'view.keep': ['viewer', 'analyst', 'manager', 'admin'],
  'view.share': ['analyst', 'manager', 'admin'],
  'view.curate': ['manager', 'admin'],
  'import.create': ['analyst', 'manager', 'admin'],
  'mapping.decide': ['analyst', 'manager', 'admin'],
  'cleansing.decide': ['analyst', 'manager', 'admin'],
  'flow.control': ['analyst', 'manager', 'admin'],
  'import.delete': ['manager', 'admin'],
  'platform.administer': ['admin'],
}

test.each(Object.entries(allowed) as [Capability, Role[]][])(
  '%s is for exactly %j',
  (capability, expected) => {
    expect(roles.filter((role) => can(role, capability))).toEqual(expected)
  },
)
