import { clientAccountAt, clientAccountList, engagementDirectory } from '@/lib/domain/tenancy/reads'
import { pendingRequests, personById, userDirectory } from '@/lib/domain/users/reads'
import { uses } from './route-read'
import { never, personal, signedRoute, unkept } from './rows'

const everybody = { search: '', status: null, after: null }

const frameAlone = (pattern: string) => unkept(pattern, { asker: 'admin', reads: () => [] })

/** The administrators' pages. */
export const adminRoutes = [
  never('/admin'),
  // They show what holds this moment, on every process; only their frame hears of changes.
  frameAlone('/admin/flags'),
  frameAlone('/admin/flags/:group'),
  frameAlone('/admin/flags/change'),
  frameAlone('/admin/audit'),
  frameAlone('/admin/experience'),
  signedRoute('/admin/requests', {
    asker: 'admin',
    caching: personal('users'),
    answers304: 'always',
    reads: () => [
      uses(pendingRequests, 'platform', null),
      uses(engagementDirectory, 'platform', null),
    ],
  }),
  signedRoute('/admin/clients', {
    asker: 'admin',
    caching: personal('clients'),
    answers304: 'always',
    reads: () => [uses(clientAccountList, 'platform', null)],
  }),
  signedRoute('/admin/clients/:client', {
    asker: 'admin',
    caching: personal('engagements'),
    answers304: 'ifThere',
    reads: ({ client }) => [uses(clientAccountAt, 'platform', { client })],
  }),
  signedRoute('/admin/users', {
    asker: 'admin',
    caching: personal('users'),
    answers304: 'always',
    reads: () => [uses(userDirectory, 'platform', everybody)],
  }),
  signedRoute('/admin/users/:userId', {
    asker: 'admin',
    caching: personal('users'),
    answers304: 'ifThere',
    reads: ({ userId }) => [
      uses(personById, 'platform', { userId }),
      uses(engagementDirectory, 'platform', null),
    ],
  }),
]
