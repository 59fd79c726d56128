import type pg from 'pg'
import { place, type Walk } from './prepare'

/** What the database says at this moment of all that the screens of a walk show. */
export interface Truth {
  /** Where the person is taken to, as an address. */
  landing: string
  /** How the columns of the walk's file stand. */
  columns: { approved: number; recognised: number; toReview: number }
  assets: number
  openIssues: number
}

/** A value of each of the inventory's filters that is used, by its parameter. */
export interface ChosenFilters {
  type: string
  environment: string
  power: string
}

const [, clientSlug = '', engagementSlug = ''] = place.split('/')

const ofPlace = `engagement_id = (
  select e.id from engagements e join client_accounts c on c.id = e.client_account_id
  where c.slug = '${clientSlug}' and e.slug = '${engagementSlug}')`

/** Asks the database, past everything that keeps anything. */
export async function readTruth(database: pg.Client, walk: Walk): Promise<Truth> {
  const { rows } = await database.query<Truth>(
    `select
      (select '/' || c.slug || '/' || e.slug from user_defaults d
        join engagements e on e.id = d.engagement_id
        join client_accounts c on c.id = d.client_account_id where d.user_id = $1) as landing,
      (select jsonb_build_object(
        'approved', count(*) filter (where state = 'approved'),
        'recognised', count(*) filter (where state = 'auto_mapped'),
        'toReview', count(*) filter (where state = 'needs_review'))
        from field_mappings where flow_id = $2) as columns,
      (select count(*)::int from assets where ${ofPlace}) as assets,
      (select coalesce(sum(open_issue_count), 0)::int from assets where ${ofPlace}) as "openIssues"`,
    [walk.userId, walk.flowId],
  )
  const [truth] = rows
  if (!truth) throw new Error('The database says nothing')
  return truth
}

/** How many assets pass the filters that are set. */
export async function countAssets(
  database: pg.Client,
  { type, environment, power }: Partial<ChosenFilters>,
): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::int as count from assets where ${ofPlace}
      and ($1::text is null or asset_type = $1)
      and ($2::text is null or environment = $2)
      and ($3::text is null or power_state = $3)`,
    [type ?? null, environment ?? null, power ?? null],
  )
  return rows[0]?.count ?? 0
}

/** Empty for one that is not there. */
export async function nameOfAsset(database: pg.Client, assetId: string): Promise<string> {
  const { rows } = await database.query<{ name: string }>('select name from assets where id = $1', [
    assetId,
  ])
  return rows[0]?.name ?? ''
}

/** Values that most assets have together. */
export async function chooseFilters(database: pg.Client): Promise<ChosenFilters> {
  const { rows } = await database.query<ChosenFilters>(
    `select asset_type as type, environment, power_state as power from assets
      where ${ofPlace} and environment is not null and power_state is not null
      group by 1, 2, 3 order by count(*) desc, 1, 2, 3 limit 1`,
  )
  const [chosen] = rows
  if (!chosen) throw new Error('There are no assets to filter')
  return chosen
}
