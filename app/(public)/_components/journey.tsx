import { ArrowRight, FileSpreadsheet } from 'lucide-react'
import type { ReactNode } from 'react'
import { Mono } from '@/components/ui/code'
import { Confidence } from '@/components/ui/confidence'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Status } from '@/components/ui/status'

function Stage({
  number,
  title,
  text,
  children,
}: {
  number: string
  title: string
  text: string
  children: ReactNode
}) {
  return (
    <li className="flex min-w-0 flex-col gap-4 md:max-lg:grid md:max-lg:grid-cols-2 md:max-lg:items-center">
      <div
        aria-hidden
        className="grid h-52 content-center gap-2.5 overflow-hidden rounded-lg border bg-surface p-4 shadow-card"
      >
        {children}
      </div>
      <div>
        <h2 className="font-semibold text-lg">
          <span className="mr-2 font-mono font-normal text-ink-faint text-sm">{number}</span>
          {title}
        </h2>
        <p className="mt-1 text-ink-muted">{text}</p>
      </div>
    </li>
  )
}

const mappings = [
  { header: '# vCPU', attribute: 'cpu count', value: 0.98 },
  { header: 'RAM (MB)', attribute: 'memory', value: 0.96 },
  { header: 'Gast-OS', attribute: 'os name', value: 0.91 },
  { header: 'Zustand', attribute: 'power state', value: 0.64 },
] as const

const machines = [
  { name: 'erp-db-01', memory: '256', power: 'powered_on' },
  { name: 'erp-app-03', memory: '64', power: 'powered_on' },
  { name: 'crm-web-02', memory: '16', power: 'powered_on' },
  { name: 'print-01', memory: '4', power: 'powered_off' },
] as const

/** The way of a file from its upload to the inventory, in three pictures. */
export function Journey() {
  return (
    <ol className="grid gap-8 lg:grid-cols-3">
      <Stage
        number="1"
        title="Drop an export"
        text="From a CMDB, vCenter, a cloud account or a spreadsheet. You see its rows before anything is stored; a broken connection goes on where it stopped."
      >
        <div className="flex items-center gap-3">
          <FileSpreadsheet className="size-8 shrink-0 text-accent-text" strokeWidth={1.4} />
          <div className="min-w-0">
            <p className="truncate font-medium">estate-november.csv</p>
            <p className="tabular text-ink-muted text-xs">UTF-8 · semicolons · 73 columns</p>
          </div>
        </div>
        <ProgressBar label="Sending" value={68} detail="13,600 of 20,000 rows" className="mt-2" />
      </Stage>
      <Stage
        number="2"
        title="Approve the mapping"
        text="Every column comes with a suggestion, a confidence and the reason for it. What you approve is remembered for the next file."
      >
        {mappings.map(({ header, attribute, value }) => (
          <div key={header} className="flex items-center gap-2 text-sm">
            <Mono className="w-20 shrink-0 truncate">{header}</Mono>
            <ArrowRight className="size-3.5 shrink-0 text-ink-faint" />
            <span className="min-w-0 flex-1 truncate font-medium">{attribute}</span>
            <Confidence value={value} />
          </div>
        ))}
      </Stage>
      <Stage
        number="3"
        title="Work the inventory"
        text="Files that speak of the same machine meet in one asset, and each value says where it came from. Doubtful values wait for your word."
      >
        {machines.map(({ name, memory, power }) => (
          <div
            key={name}
            className="flex items-center gap-3 border-b pb-2 last:border-b-0 last:pb-0"
          >
            <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
            <span className="tabular text-ink-muted text-sm">{memory} GiB</span>
            <Status status={power} plain className="w-12 text-sm" />
          </div>
        ))}
      </Stage>
    </ol>
  )
}
