import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { DataTable, screenHeight } from '@/components/data-table/data-table'
import { FilterBar } from '@/components/data-table/filter-bar'
import { ListScreen, PendingRows } from '@/components/data-table/list-screen'
import { type SearchParams, withSearchParams } from '@/components/data-table/search-params'
import { parseSorting, sortByLinks } from '@/components/data-table/sorting'
import { Widget } from '@/components/feedback/widget'
import { PageHeader } from '@/components/shell/page-header'
import { buttonStyle } from '@/components/ui/button-style'
import { Pagination } from '@/components/ui/pagination'
import { FilterSkeleton, TableSkeleton } from '@/components/ui/skeleton'
import { countWords } from '@/lib/base/count-words'
import { can } from '@/lib/base/roles'
import { assetFacets, assetPage } from '@/lib/domain/inventory/reads'
import { type AssetFacets, assetSorts, listAssetsSchema } from '@/lib/domain/inventory/schema'
import { savedViews } from '@/lib/domain/views/reads'
import { read } from '@/lib/server/read'
import { requireScope } from '@/lib/server/require-scope'
import { PageTags } from '../../../_components/page-tags'
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
  const root = `/${client}/${engagement}`
  const here = `${root}/inventory`
  const facets = () => read(assetFacets, scope, null)
  const at = (cursor: string | null) =>
    cursor === null ? undefined : withSearchParams(here, query, { cursor })
  const exportHref = withSearchParams(`/api${root}/assets/export`, query, {
    cursor: undefined,
    sort: undefined,
    [viewParameter]: undefined,
  })

  return (
    <>
      <PageTags />
      <PageHeader
        title="Inventory"
        description="Every asset that was found, merged from all imports; each value says where it comes from."
      />
      <ListScreen pathname={here}>
        <Widget
          title="The filters"
          load={() =>
            Promise.all([
              facets(),
              read(savedViews, scope, { screen: 'inventory', userId: scope.userId }),
            ])
          }
          skeleton={<FilterSkeleton label="The filters are on their way" />}
        >
          {([facets, views]) =>
            countOf(facets) > 0 && (
              <>
                <div data-chrome className="flex items-start gap-2">
                  <div className="min-w-0 flex-1">
                    <ViewBar
                      scope={scope}
                      screen="inventory"
                      pathname={here}
                      params={query}
                      views={views}
                      all="All assets"
                    />
                  </div>
                  <ExportLink href={exportHref} />
                </div>
                <FilterBar
                  pathname={here}
                  params={query}
                  search={{ name: 'q', label: 'Search assets' }}
                  filters={assetFilters(facets)}
                />
              </>
            )
          }
        </Widget>
        <Widget
          title="The assets"
          load={() => Promise.all([read(assetPage, scope, asked), facets()])}
          skeleton={
            <TableSkeleton label="The assets are on their way" rows={20} className={screenHeight} />
          }
        >
          {([page, facets]) => (
            <>
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
                  empty={
                    <NoAssets
                      root={root}
                      all={countOf(facets)}
                      mayImport={can(scope.role, 'import.create')}
                    />
                  }
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
                    ? countWords(page.total, 'asset', 'assets')
                    : `${page.assets.length} of ${countWords(page.total, 'asset', 'assets')}`}
                </Pagination>
              )}
            </>
          )}
        </Widget>
      </ListScreen>
    </>
  )
}

/** How many assets there are, whatever is filtered. */
function countOf({ type }: AssetFacets): number {
  return type.reduce((sum, { count }) => sum + count, 0)
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
