'use client'

import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { cn } from '@/components/ui/cn'

/** Takes a file by drop, click or keyboard. */
export function FileDrop({
  fileName,
  onChoose,
}: {
  fileName?: string
  onChoose: (file: File) => void
}) {
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file) onChoose(file)
  }
  return (
    <label
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
      className={cn(
        'flex cursor-pointer flex-col items-center gap-1 rounded-lg border-2 border-dashed px-6 text-center transition-colors duration-100',
        'has-focus-visible:outline-2 has-focus-visible:outline-accent-text hover:border-accent-line hover:bg-hover',
        fileName ? 'py-4' : 'py-14',
        over && 'border-accent-text bg-accent-soft',
      )}
    >
      <FileUp aria-hidden className="size-6 text-ink-muted" />
      <span className="font-medium">
        {fileName ? 'Choose another file' : 'Drop an export here, or choose a file'}
      </span>
      <span className="text-ink-muted text-sm">
        CSV or TSV, up to 1 GiB: RVTools, ServiceNow, Azure Migrate, AWS, NetBox, a spreadsheet …
      </span>
      <input
        type="file"
        className="sr-only"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        onChange={(event) => take(event.target.files)}
      />
    </label>
  )
}
