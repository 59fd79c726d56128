import { Bone, Skeleton } from '@/components/ui/skeleton'
import { StatTile } from '@/components/ui/stat-tile'
import { countWords } from '@/lib/base/count-words'
import type { InventorySummary } from '@/lib/domain/inventory/schema'
import { type Quantity, storage, totalMemory } from '../inventory/_components/quantities'

const count = (value: number) => value.toLocaleString('en-US')

function Amount({ quantity }: { quantity: Quantity }) {
  return <span title={quantity.exact}>{quantity.text}</span>
}

const grid = 'grid grid-cols-2 gap-3 lg:grid-cols-5'

/** The inventory's sums, each leading to the rows that it counts. */
export function SummaryTiles({ summary, root }: { summary: InventorySummary; root: string }) {
  const memory = totalMemory(summary.memoryMib)
  const disks = storage(summary.diskTotalGib)
  const inventory = `${root}/inventory`
  return (
    <div className={grid}>
      <StatTile
        label="Assets"
        value={count(summary.assets)}
        href={inventory}
        className="max-lg:col-span-2"
        note={
          summary.weaklyMatched > 0
            ? countWords(summary.weaklyMatched, 'weak match', 'weak matches')
            : 'No weak matches'
        }
      />
      <StatTile
        label="CPUs"
        value={count(summary.cpuCount)}
        href={`${inventory}?sort=-cpu`}
        note="All types together"
      />
      <StatTile
        label="Memory"
        value={<Amount quantity={memory} />}
        unit={memory.unit}
        href={`${inventory}?sort=-memory`}
        note="All types together"
      />
      <StatTile
        label="Storage"
        value={<Amount quantity={disks} />}
        unit={disks.unit}
        href={`${inventory}?sort=-storage`}
        note={`${countWords(summary.partitions, 'partition', 'partitions')}, ${countWords(summary.disks, 'disk', 'disks')}`}
      />
      <StatTile
        label="Open issues"
        value={count(summary.openIssues)}
        href={`${root}/issues`}
        note={`on ${countWords(summary.assetsWithIssues, 'asset', 'assets')}`}
      />
    </div>
  )
}

/** The same tiles without their figures. */
export function SummaryTilesSkeleton() {
  const later = ['CPUs', 'Memory', 'Storage', 'Open issues']
  return (
    <Skeleton label="The figures of the inventory are on their way" className={grid}>
      <EmptyTile label="Assets" className="max-lg:col-span-2" />
      {later.map((label) => (
        <EmptyTile key={label} label={label} />
      ))}
    </Skeleton>
  )
}

function EmptyTile({ label, className }: { label: string; className?: string }) {
  return (
    <StatTile
      label={label}
      value={<Bone className="w-20" />}
      note={<Bone className="w-24" />}
      className={className}
    />
  )
}
