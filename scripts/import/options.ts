import { parseArgs } from 'node:util'
import { assetTypes } from '@/lib/domain/imports/schema'
import { ImportFailure } from './failure'

/** What a person wrote on the command line. */
export type ImportOptions = {
  file: string
  /** The site's address without a trailing slash; undefined for the one running here. */
  url?: string
  email: string
  password: string
  client?: string
  engagement?: string
  assetType?: string
  approveAll: boolean
  json: boolean
}

export const usage = `Usage: npm run import -- FILE [options]

Uploads a CSV or TSV file to a running site and follows it into the inventory.

  --url URL              the site; default: the one started by npm run up in this folder
  --email, --password    who signs in; default: the demo analyst
  --client, --engagement where to import to, by the names in the site's addresses;
                         default: where that person is taken after signing in
  --asset-type TYPE      what the rows are, when neither format nor column says it
  --approve-all          approve the mappings that need review, too
  --json                 print the result as one JSON object

Exit status: 0 completed, 1 failed, 2 wrong use, 3 waits for a person.`

/** Reads the command line. Returns null when only help is asked for. */
export function readOptions(args: readonly string[]): ImportOptions | null {
  const { values, positionals } = parse(args)
  if (values.help) return null
  const [file, ...more] = positionals
  if (file === undefined) throw wrongUse('Say which file to import.')
  if (more.length > 0) throw wrongUse(`Import one file at a time; ${more.join(', ')} is too much.`)
  if (values.url !== undefined && !URL.canParse(values.url)) {
    throw wrongUse(`${values.url} is no address of a site.`)
  }
  const assetType = values['asset-type']
  if (assetType !== undefined && !assetTypes.some((type) => type === assetType)) {
    throw wrongUse(`There is no asset type ${assetType}; there are ${assetTypes.join(', ')}.`)
  }
  return {
    file,
    url: values.url?.replace(/\/+$/, ''),
    email: values.email,
    password: values.password,
    client: values.client,
    engagement: values.engagement,
    assetType,
    approveAll: values['approve-all'],
    json: values.json,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        email: { type: 'string', default: 'analyst@portolan.test' },
        password: { type: 'string', default: 'portolan-demo' },
        client: { type: 'string' },
        engagement: { type: 'string' },
        'asset-type': { type: 'string' },
        'approve-all': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    // parseArgs throws for nothing but what a person wrote.
    throw wrongUse(error instanceof Error ? error.message : String(error))
  }
}

function wrongUse(message: string): ImportFailure {
  return new ImportFailure('wrong_use', `${message}\n\n${usage}`)
}
