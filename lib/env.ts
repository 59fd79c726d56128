import * as z from 'zod'

const url = z.url()
const text = z.string().min(1)

const variables = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  APP_URL: url.transform((value) => value.replace(/\/+$/, '')),
  DATABASE_URL: url,
  PLATFORM_DATABASE_URL: url,
  DATABASE_TLS: z.enum(['on', 'off']).default('on'),
  UPSTASH_REDIS_REST_URL: url,
  UPSTASH_REDIS_REST_TOKEN: text,
  EDGE_CONFIG: url.optional(),
  GLOBAL_CONFIG: url.optional(),
  NEXTAUTH_SECRET: z.string().min(32, 'needs at least 32 characters'),
  CRON_SECRET: z.string().min(16, 'needs at least 16 characters'),
  CACHE_SECRET: z.string().min(32, 'needs at least 32 characters'),
  // Reads wait for Redis 150 ms at most, of which some are left to a timer that wakes late.
  CACHE_READ_BUDGET_MS: z.coerce.number().int().min(1).max(10_000).default(140),
  CACHE_PATH: z.enum(['off', 'legacy', 'shadow', 'redis']).optional(),
  FLAGS_SECRET: z
    .string()
    .regex(/^[\w-]{43}$/, 'needs 32 bytes as base64url')
    .optional(),
  FLAGS_MANAGEMENT_URL: url.optional(),
  FLAGS_MANAGEMENT_TOKEN: text.optional(),
  VERCEL_ENV: z.enum(['production', 'preview', 'development']).optional(),
  VERCEL_GIT_COMMIT_REF: text.optional(),
  DATABASE_BRANCH: text.optional(),
  VERCEL_DEPLOYMENT_ID: text.optional(),
  REQUEST_TRACE: z.enum(['on', 'off']).default('off'),
  VITALS_SHARE: z.coerce.number().min(0).max(1).default(1),
  GITHUB_ID: text.optional(),
  GITHUB_SECRET: text.optional(),
  GOOGLE_ID: text.optional(),
  GOOGLE_SECRET: text.optional(),
  AZURE_AD_CLIENT_ID: text.optional(),
  AZURE_AD_CLIENT_SECRET: text.optional(),
  AZURE_AD_TENANT_ID: text.optional(),
  SMTP_URL: url.optional(),
  MAIL_FROM: text.optional(),
})

/** Each of these is of use only with the others of its group. */
const groups = [
  ['GITHUB_ID', 'GITHUB_SECRET'],
  ['GOOGLE_ID', 'GOOGLE_SECRET'],
  ['AZURE_AD_CLIENT_ID', 'AZURE_AD_CLIENT_SECRET', 'AZURE_AD_TENANT_ID'],
  ['SMTP_URL', 'MAIL_FROM'],
  ['FLAGS_MANAGEMENT_URL', 'FLAGS_MANAGEMENT_TOKEN'],
] as const satisfies (keyof typeof variables.shape)[][]

export type Env = z.infer<typeof variables>

/** The names that the site reads, for the example file and the documentation. */
export const environmentVariableNames = Object.keys(variables.shape)

/**
 * Checks an environment.
 * @throws an Error that lists every bad variable at once, by name and reason, never by value
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  // An empty line in a dashboard means the same as no line.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => {
      const name = issue.path.join('.')
      return `${name}: ${given[name] === undefined ? 'is missing' : issue.message}`
    }),
    ...incompleteGroups(given),
    ...foreignDatabase(given),
  ]
  if (parsed.success && problems.length === 0) return parsed.data
  throw new Error(`The environment is not complete:\n  ${problems.join('\n  ')}`)
}

/** Checked apart from the single variables, so that one bad name does not hide another. */
function incompleteGroups(given: Record<string, string | undefined>): string[] {
  const partners = groups.flatMap((group) => {
    const missing = group.filter((name) => given[name] === undefined)
    if (missing.length === group.length) return []
    return missing.map((name) => `${name}: goes with ${group.join(', ')}`)
  })
  const noFlags = given.EDGE_CONFIG === undefined && given.GLOBAL_CONFIG === undefined
  return noFlags ? [...partners, 'EDGE_CONFIG: is missing'] : partners
}

/**
 * A preview on production's database would change what people rely on, and one on another branch's
 * would tell its changes to nobody there: caches are kept by branch. So a preview does not begin
 * unless whoever gave it the database says that it is its branch's.
 */
function foreignDatabase(given: Record<string, string | undefined>): string[] {
  const { VERCEL_ENV: place, VERCEL_GIT_COMMIT_REF: branch, DATABASE_BRANCH: of } = given
  if (place === 'preview' && (of === undefined || of !== branch)) {
    return ['DATABASE_BRANCH: a preview needs a database of its own branch, and its name here']
  }
  if (place === 'production' && of !== undefined) {
    return ['DATABASE_BRANCH: production has its own database and not that of a branch']
  }
  return []
}

let current: Env | undefined

/** The environment of this process, checked at the first call. */
export function env(): Env {
  current ??= parseEnv(process.env)
  return current
}
