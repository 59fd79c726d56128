import type { Filter } from '@/components/data-table/filter-bar'
import { type AssetFacets, type FacetCount, notSet } from '@/lib/domain/inventory/schema'
import { inWords } from './asset-words'

function optionsOf(facet: readonly FacetCount[]): Filter['options'] {
  return facet.map(({ value, count }) => ({
    value: value ?? notSet,
    label: `${value === null ? 'Not set' : inWords(value)} (${count.toLocaleString('en-US')})`,
  }))
}

/** The inventory's filters; their choices are the values that assets have, with counts. */
export function assetFilters(facets: AssetFacets): Filter[] {
  return [
    { name: 'type', label: 'Type', options: optionsOf(facets.type) },
    { name: 'environment', label: 'Environment', options: optionsOf(facets.environment) },
    { name: 'os', label: 'OS family', any: 'Any OS', options: optionsOf(facets.os) },
    {
      name: 'power',
      label: 'Power state',
      any: 'Any power state',
      options: optionsOf(facets.power),
    },
  ]
}
