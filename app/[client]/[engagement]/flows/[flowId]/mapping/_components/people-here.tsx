import type { PersonHere } from '@/lib/domain/mapping/page/schema'
import { Initials } from './initials'

/** The others who have the mapping open. */
export function PeopleHere({ people }: { people: readonly PersonHere[] }) {
  if (people.length === 0) return null
  return (
    <ul aria-label="Also here" className="flex items-center gap-1">
      {people.map(({ userId, name }) => (
        <li key={userId} className="flex">
          <Initials name={name} label={`${name} is here, too`} />
        </li>
      ))}
    </ul>
  )
}
