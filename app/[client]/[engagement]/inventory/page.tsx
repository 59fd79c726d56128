import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { DataTable } from '@/components/data-table/data-table'
import { FilterBar } from '@/components/data-table/filter-bar'
import { ListScreen, PendingRows } from '@/components/data-table/list-screen'
import { type SearchParams, withSearchParams } from '@/components/data-table/search-params'
import { parseSorting, sortByLinks } from '@/components/data-table/sorting'
import { PageHeader } from '@/components/shell/page-header'
import { buttonStyle } from '@/components/ui/button-style'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/base/roles'
import { assetFacets, assetPage } from '@/lib/domain/inventory/reads'
import { assetSorts, listAssetsSchema } from '@/lib/domain/inventory/schema'
import { savedViews } from '@/lib/domain/views/reads'
import { read } from '@/lib/server/read'
import { requireScope } from '@/lib/server/require-scope'
import { ViewBar } from '../_components/views/view-bar'
import { viewParameter } from '../_components/views/view-href'
import { assetColumns } from './_components/asset-columns'
import { assetFilters } from './_components/asset-filters'
import { inWords } from './_components/asset-words'
import { NoAssets } from './_components/no-assets'

export const metadata: Metadata = { title: 'Inventory' }

type Props = {
  params: Promise<{ client: string; engagement: string }>
  searchParams: Promise<SearchParams>
}

/** Every asset of the engagement; search, filters, order and place are in the address. */
export default async function Page({ params, searchParams }: Props) {
  const { client, engagement } = await params
  const scope = await requireScope({ client, engagement })
  const query = await searchParams
  const asked = listAssetsSchema.safeParse(query).data ?? listAssetsSchema.parse({})
  const [page, facets, views] = await Promise.all([
    read(assetPage, scope, asked),
    read(assetFacets, scope, null),
    read(savedViews, scope, { screen: 'inventory', userId: scope.userId }),
  ])
  const root = `/${client}/${engagement}`
  const here = `${root}/inventory`
  const all = facets.type.reduce((sum, { count }) => sum + count, 0)
  const at = (cursor: string | null) =>
    cursor === null ? undefined : withSearchParams(here, query, { cursor })
  const exportHref = withSearchParams(`/api${root}/assets/export`, query, {
    cursor: undefined,
    sort: undefined,
    [viewParameter]: undefined,
  })
  const count = page.total.toLocaleString('en-US')

  return (
    <>
      <PageHeader
        title="Inventory"
        description="Every asset that was found, merged from all imports; each value says where it comes from."
        actions={all > 0 && <ExportLink href={exportHref} />}
      />
      <ListScreen pathname={here}>
        {all > 0 && (
          <>
            <ViewBar
              scope={scope}
              screen="inventory"
              pathname={here}
              params={query}
              views={views}
              all="All assets"
            />
            <FilterBar
              pathname={here}
              params={query}
              search={{ name: 'q', label: 'Search assets' }}
              filters={assetFilters(facets)}
            />
          </>
        )}
        <PendingRows>
          <DataTable
            key={asked.cursor ?? ''}
            caption="Assets"
            columns={assetColumns}
            rows={page.assets}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `${here}/${id}`}
            phoneDetail={({ assetType, osName, cpuCount }) =>
              [inWords(assetType), osName, cpuCount && `${cpuCount} CPUs`]
                .filter(Boolean)
                .join(' · ')
            }
            sort={sortByLinks({
              pathname: here,
              params: query,
              current: parseSorting(asked.sort, assetSorts),
            })}
            empty={<NoAssets root={root} all={all} mayImport={can(scope.role, 'import.create')} />}
          />
        </PendingRows>
        {page.assets.length > 0 && (
          <Pagination
            className="mt-3"
            label="Pages of the inventory"
            previousHref={at(page.previous)}
            nextHref={at(page.next)}
          >
            {page.assets.length === page.total
              ? `${count} ${page.total === 1 ? 'asset' : 'assets'}`
              : `${page.assets.length} of ${count} assets`}
          </Pagination>
        )}
      </ListScreen>
    </>
  )
}

/** A plain link, because what it leads to is no page. */
function ExportLink({ href }: { href: string }) {
  return (
    <a href={href} download className={buttonStyle({})}>
      <Download aria-hidden />
      Export CSV
    </a>
  )
}
