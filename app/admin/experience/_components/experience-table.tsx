import { Table, TableCell, TableFrame, TableHeader, TableRow } from '@/components/ui/table'
import type { Experience, PathExperience, VitalName } from '@/lib/domain/vitals/schema'
import { count } from '../../_components/figures'
import { PathBadge } from '../../_components/path-badge'
import { VitalCell } from './vital-cell'
import { pageInWords, vitalWords } from './vital-words'

/** The three that pages are judged by come first and stay on narrow screens. */
const columns: { name: VitalName; look: string }[] = [
  { name: 'LCP', look: '' },
  { name: 'INP', look: '' },
  { name: 'CLS', look: 'max-sm:hidden' },
  { name: 'FCP', look: 'max-md:hidden' },
  { name: 'TTFB', look: 'max-md:hidden' },
]

/** Every page that was visited: what was felt of it, path beside path. */
export function ExperienceTable({ experience }: { experience: Experience }) {
  return (
    <TableFrame label="What was felt, page by page">
      <Table>
        <caption className="sr-only">What was felt, page by page</caption>
        <thead>
          <tr>
            <TableHeader>Path</TableHeader>
            <TableHeader className="text-right max-sm:hidden">Visits</TableHeader>
            {columns.map(({ name, look }) => (
              <TableHeader key={name} className={`text-right ${look}`}>
                <abbr title={vitalWords[name]} className="no-underline">
                  {name}
                </abbr>
                <span className="font-normal text-ink-faint"> p75</span>
              </TableHeader>
            ))}
          </tr>
        </thead>
        <Page name="All pages" paths={experience.all} />
        {experience.pages.map(({ route, paths }) => (
          <Page key={route} name={pageInWords(route)} paths={paths} />
        ))}
      </Table>
    </TableFrame>
  )
}

function Page({ name, paths }: { name: string; paths: readonly PathExperience[] }) {
  return (
    <tbody>
      <tr className="bg-sunken/60">
        <th
          scope="rowgroup"
          colSpan={columns.length + 2}
          className="border-b px-3 pt-3 pb-2 text-left font-semibold"
        >
          {name.startsWith('/') ? <code className="font-mono text-sm">{name}</code> : name}
        </th>
      </tr>
      {paths.map(({ path, visits, vitals }) => (
        <TableRow key={path}>
          <TableCell>
            <PathBadge path={path} />
          </TableCell>
          <TableCell className="tabular text-right max-sm:hidden">{count(visits)}</TableCell>
          {columns.map(({ name: vital, look }) => (
            <VitalCell key={vital} name={vital} vital={vitals[vital]} className={look} />
          ))}
        </TableRow>
      ))}
    </tbody>
  )
}
