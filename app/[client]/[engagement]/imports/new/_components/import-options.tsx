'use client'

import type { ReactNode } from 'react'
import { Card, CardBody, CardFooter, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { Encoding } from '@/lib/delimited/dialect'
import type { Preview } from '@/lib/delimited/preview'
import type { ChosenOptions } from './use-import'

const encodings: { value: Encoding; label: string }[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-16le', label: 'UTF-16 (little endian)' },
  { value: 'utf-16be', label: 'UTF-16 (big endian)' },
  { value: 'windows-1252', label: 'Windows-1252' },
]

const delimiters = [
  { value: ',', label: 'Comma ,' },
  { value: ';', label: 'Semicolon ;' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Vertical bar |' },
]

const lineEndings = { lf: 'LF', crlf: 'CRLF', cr: 'CR', mixed: 'mixed', none: 'no' } as const

/** How the file was read, and what a person may decide instead. */
export function ImportOptions({
  preview,
  assetTypes,
  options,
  onChange,
  send,
}: {
  preview: Preview
  /** What one row may be; given by the page, so that no schema is sent to browsers. */
  assetTypes: readonly string[]
  options: ChosenOptions
  onChange: (options: ChosenOptions) => void
  send: ReactNode
}) {
  const { dialect, columns } = preview
  return (
    <Card>
      <CardHeader
        title={`${columns.length} columns`}
        description={`${lineEndings[dialect.lineEnding]} line ends${dialect.bom ? ', with a byte order mark' : ''}. If the rows below look wrong, choose how to read them.`}
      />
      <CardBody className="grid gap-4 sm:grid-cols-3">
        <Field id="encoding" label="Encoding">
          {(control) => (
            <Select
              {...control}
              options={encodings}
              value={dialect.encoding}
              onChange={(event) =>
                onChange({ ...options, encoding: event.target.value as Encoding })
              }
            />
          )}
        </Field>
        <Field id="delimiter" label="Separator">
          {(control) => (
            <Select
              {...control}
              options={withCurrent(dialect.delimiter)}
              value={dialect.delimiter}
              onChange={(event) => onChange({ ...options, delimiter: event.target.value })}
            />
          )}
        </Field>
        <Field id="asset-type" label="One row is" hint="Asked only where the file does not tell">
          {(control) => (
            <Select
              {...control}
              placeholder="What the file says"
              options={assetTypes.map((type) => ({ value: type, label: inWords(type) }))}
              value={options.assetType ?? ''}
              onChange={(event) =>
                onChange({ ...options, assetType: event.target.value || undefined })
              }
            />
          )}
        </Field>
      </CardBody>
      <CardFooter className="justify-end">{send}</CardFooter>
    </Card>
  )
}

function withCurrent(delimiter: string) {
  const known = delimiters.some(({ value }) => value === delimiter)
  return known ? delimiters : [...delimiters, { value: delimiter, label: delimiter }]
}

function inWords(type: string): string {
  const words = type.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
