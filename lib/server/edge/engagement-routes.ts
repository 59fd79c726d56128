import { tagsOf } from '@/db/coherence/tags'
import { issueGroups, issuePage } from '@/lib/domain/cleansing/reads'
import { flowHistory, flowPage } from '@/lib/domain/flows/reads'
import { importById, importList } from '@/lib/domain/imports/reads'
import { assetById, assetFacets, assetPage, inventorySummary } from '@/lib/domain/inventory/reads'
import { listAssetsSchema } from '@/lib/domain/inventory/schema'
import { mappingPage, mappingStatistics } from '@/lib/domain/mapping/reads'
import { savedViews } from '@/lib/domain/views/reads'
import type { ViewScreen } from '@/lib/domain/views/schema'
import type { Askers } from '@/lib/http/route-policy'
import { type RouteRead, uses, usesAny } from './route-read'
import { never, personal, signedRoute, unkept } from './rows'

type Member = Askers['member']

const anyAssets = listAssetsSchema.parse({})
const page = '/:client/:engagement'
const api = '/api/:client/:engagement'

/** Whoever is let in finds it there. */
const list = <Pattern extends string>(pattern: Pattern, reads: (member: Member) => RouteRead[]) =>
  signedRoute(pattern, {
    asker: 'member',
    caching: personal('nothing'),
    answers304: 'always',
    reads: (_, member: Member) => reads(member),
  })

const assets = (member: Member) => uses(assetPage, member, anyAssets)
const imports = (member: Member) => uses(importList, member, { limit: 1 })

const viewsOf = (member: Member, screen: ViewScreen) =>
  uses(savedViews, member, { screen, userId: member.userId })

const things = { asker: 'member', answers304: 'ifThere' } as const

/** What stands below an engagement; pages first. */
export const engagementRoutes = [
  list(page, (member) => [
    uses(inventorySummary, member, null),
    imports(member),
    usesAny(mappingStatistics, member, tagsOf.mapping(member).list()),
  ]),
  list(`${page}/imports`, (member) => [imports(member)]),
  signedRoute(`${page}/imports/new`, {
    asker: 'member',
    capability: 'import.create',
    caching: personal('nothing'),
    answers304: 'always',
    // The query names an import that is to be gone on with.
    reads: (_, member) => [
      usesAny(importById, member, [
        ...tagsOf.import(member).list(),
        ...tagsOf.rawRows(member).list(),
        ...tagsOf.personName.list(),
      ]),
    ],
  }),
  // It shows signs of life, which announce nothing.
  unkept(`${page}/flows/:flowId`, {
    asker: 'member',
    reads: ({ flowId }, member) => [
      uses(flowPage, member, { flowId }),
      uses(flowHistory, member, { flowId }),
      // Which import it is the flow says; what its rows become is told by the flow, too.
      usesAny(importById, member, tagsOf.import(member).list()),
    ],
  }),
  signedRoute(`${page}/flows/:flowId/mapping`, {
    ...things,
    caching: personal('mappings'),
    reads: ({ flowId }, member) => [uses(mappingPage, member, { flowId })],
  }),
  list(`${page}/inventory`, (member) => [
    assets(member),
    uses(assetFacets, member, null),
    viewsOf(member, 'inventory'),
  ]),
  signedRoute(`${page}/inventory/:assetId`, {
    ...things,
    caching: personal('nothing'),
    reads: ({ assetId }, member) => [uses(assetById, member, { assetId })],
  }),
  list(`${page}/issues`, (member) => [
    uses(issueGroups, member, {}),
    uses(issuePage, member, { state: 'open' }),
    viewsOf(member, 'issues'),
  ]),

  list(`${api}/assets`, (member) => [assets(member)]),
  signedRoute(`${api}/assets/:assetId`, {
    ...things,
    caching: personal('nothing'),
    reads: ({ assetId }, member) => [uses(assetById, member, { assetId })],
  }),
  never(`${api}/assets/export`),
  never(`${api}/flows/:flowId`),
  signedRoute(`${api}/flows/:flowId/history`, {
    ...things,
    caching: personal('nothing'),
    reads: ({ flowId }, member) => [uses(flowHistory, member, { flowId })],
  }),
  signedRoute(`${api}/flows/:flowId/mappings`, {
    ...things,
    caching: personal('mappings'),
    reads: ({ flowId }, member) => [uses(mappingPage, member, { flowId })],
  }),
  never(`${api}/flows/:flowId/rejected`),
  list(`${api}/imports`, (member) => [imports(member)]),
  signedRoute(`${api}/imports/:importId`, {
    ...things,
    caching: personal('nothing'),
    reads: ({ importId }, member) => [uses(importById, member, { importId })],
  }),
]
