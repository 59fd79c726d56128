import { Card, CardHeader } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import type { AttributeView } from '@/lib/domain/inventory/schema'
import { inWords } from '../../_components/asset-words'
import { Provenance } from './provenance'
import { ValueText } from './value-text'

const titles = new Map([
  ['utilisation', 'Use'],
  ['metadata', 'Record'],
])

/** All attributes by group, each with where its value comes from. */
export function AttributeGroups({ attributes }: { attributes: readonly AttributeView[] }) {
  const groups = [...new Set(attributes.map(({ group }) => group))]
  return (
    <div className="columns-1 gap-5 xl:columns-2">
      {groups.map((group) => (
        <Card key={group} className="mb-5 break-inside-avoid">
          <CardHeader title={titles.get(group) ?? inWords(group)} />
          <DescriptionList
            className="px-4"
            items={attributes
              .filter((attribute) => attribute.group === group)
              .map((attribute) => ({
                term: attribute.label,
                value: (
                  <ValueText
                    attribute={attribute.name}
                    unit={attribute.unit}
                    value={attribute.value}
                  />
                ),
                note: <Provenance attribute={attribute} />,
              }))}
          />
        </Card>
      ))}
    </div>
  )
}
