import {
  type Fact,
  nameOf,
  newestImport,
  people,
  rawLetter,
  renamedImport,
  writtenPlaces,
} from './facts'
import type { RawFact } from './raw-writer'
import type { World } from './world'
import type { Acknowledged } from './writer'

/** What is written and read in a run, and what is known of each. */
export interface Cast {
  /** Written by the site's own API. */
  places: { place: (typeof writtenPlaces)[number]; fact: Fact; acknowledged: Acknowledged }[]
  /** Written behind the site's back: the name of one import, and how many people there are. */
  renamed: { importId: string; fact: Fact; raw: RawFact }
  population: { fact: Fact; raw: RawFact }
}

const renamedPlace = 'acme/dc-exit'

export async function prepareCast(world: World): Promise<Cast> {
  const importId = await makeRenamedImport(world)
  const [{ email }] = writtenPlaces
  return {
    places: writtenPlaces.map((place) => ({
      place,
      fact: newestImport(place),
      acknowledged: { floor: 0, values: new Set() },
    })),
    renamed: {
      importId,
      fact: renamedImport(renamedPlace, email, importId),
      raw: { value: 0, committedAt: new Map() },
    },
    population: {
      fact: people,
      raw: { value: await countPeople(world), committedAt: new Map() },
    },
  }
}

/** One of the demo's imports under a name that holds a value. */
async function makeRenamedImport({ sql }: World): Promise<string> {
  const { rows } = await sql.query<{ data_import_id: string }>(
    `select data_import_id from discovery_flows f join engagements e on e.id = f.engagement_id
     where e.slug = 'dc-exit' limit 1`,
  )
  const [found] = rows
  if (!found) throw new Error('The demo has no import to rename')
  const { data_import_id: id } = found
  await sql.query('update data_imports set file_name = $1 where id = $2', [
    nameOf(rawLetter, 0),
    id,
  ])
  return id
}

async function countPeople({ sql }: World): Promise<number> {
  const { rows } = await sql.query<{ people: number }>(
    `select count(*)::int as people from users where status = 'active'`,
  )
  return rows[0]?.people ?? 0
}
