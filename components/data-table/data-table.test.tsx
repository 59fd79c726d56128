import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Column } from './column'
import { DataTable } from './data-table'
import { sortByLinks } from './sorting'

interface Machine {
  id: string
  name: string
  cpu: number
}

const columns: Column<Machine>[] = [
  { key: 'name', header: 'Name', sortable: true, render: (machine) => machine.name },
  {
    key: 'cpu',
    header: 'CPU',
    unit: 'count',
    align: 'end',
    sortable: true,
    render: (machine) => machine.cpu,
  },
  { key: 'act', header: 'Actions', hideHeader: true, interactive: true, render: () => 'x' },
]
const machines: Machine[] = [{ id: 'a', name: 'web-01', cpu: 4 }]
const sort = sortByLinks({
  pathname: '/inventory',
  params: { q: 'web' },
  current: { key: 'name', direction: 'ascending' },
})
const base = { caption: 'Assets', columns, rowKey: (machine: Machine) => machine.id }

test('headers say their order and lead to the other one', () => {
  const html = renderToStaticMarkup(<DataTable {...base} rows={machines} sort={sort} />)
  expect(html.match(/aria-sort="\w+"/g)).toEqual(['aria-sort="ascending"', 'aria-sort="none"'])
  expect(html).toContain('href="/inventory?q=web&amp;sort=-name"')
  expect(html).toContain('href="/inventory?q=web&amp;sort=cpu"')
})

test('without a sorting nothing claims an order', () => {
  expect(renderToStaticMarkup(<DataTable {...base} rows={machines} />)).not.toContain('aria-sort')
})

test('the first shown column carries the one link of its row', () => {
  const html = renderToStaticMarkup(
    <DataTable {...base} rows={machines} rowHref={(machine) => `/inventory/${machine.id}`} />,
  )
  expect(html.match(/href=/g)).toHaveLength(1)
  expect(html).toMatch(/<a[^>]*href="\/inventory\/a"[^>]*>web-01<\/a>/)
})

test('the box that scrolls has a name and can be reached by keyboard', () => {
  const html = renderToStaticMarkup(<DataTable {...base} rows={machines} />)
  expect(html).toMatch(/^<section aria-label="Assets" tabindex="0"/)
})

test('no rows show what to do in place of an empty table', () => {
  const html = renderToStaticMarkup(<DataTable {...base} rows={[]} empty={<p>Import a file</p>} />)
  expect(html).toContain('Import a file')
  expect(html).not.toContain('<table')
})
