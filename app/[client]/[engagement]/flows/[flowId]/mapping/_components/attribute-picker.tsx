'use client'

import { Check } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { SearchInput } from '@/components/ui/search-input'
import type { AttributeChoice, MappingView } from '@/lib/domain/mapping/page/schema'
import { type AttributeOption, attributeOptions } from '../_state/attribute-options'

interface AttributePickerProps {
  mapping: MappingView
  attributes: readonly AttributeChoice[]
  /** @param version of the column that the person saw when they began to choose */
  onChoose: (attribute: string | null, version: number) => void
}

/** A list of attributes that is narrowed by typing; arrows move in it and Enter chooses. */
export function AttributePicker({ mapping, attributes, onChoose }: AttributePickerProps) {
  // What others decide meanwhile shows here; who chooses may have missed it all the same.
  const [version] = useState(mapping.version)
  const [search, setSearch] = useState('')
  const present = mapping.state === 'rejected' ? null : mapping.attribute
  const options = useMemo(
    () => attributeOptions(mapping, attributes, search),
    [mapping, attributes, search],
  )
  // By its value: what others decide meanwhile may put the options in another order.
  const [active, setActive] = useState<string | null | undefined>(present)
  const at = Math.min(Math.max(0, options.findIndex(isOf(active))), options.length - 1)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const chosen = options[at]
    if (event.key === 'Enter' && chosen) onChoose(chosen.value, version)
    else if (event.key === 'ArrowDown') setActive((options[at + 1] ?? chosen)?.value)
    else if (event.key === 'ArrowUp') setActive((options[at - 1] ?? chosen)?.value)
    else return
    event.preventDefault()
  }
  return (
    <div>
      <SearchInput
        label="Find an attribute"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value)
          setActive(undefined)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label="Attributes"
        tabIndex={-1}
        className="mt-2 h-64 overflow-y-auto rounded-md border"
      >
        {options.length === 0 && (
          <p className="p-3 text-ink-muted text-sm">No attribute has these words.</p>
        )}
        {options.map((option, index) => (
          <Option
            key={option.value ?? ''}
            id={`${id}-${index}`}
            index={index}
            option={option}
            heads={options[index - 1]?.group !== option.group}
            active={index === at}
            chosen={option.value === present}
            onChoose={() => onChoose(option.value, version)}
          />
        ))}
      </div>
    </div>
  )
}

const isOf = (value: string | null | undefined) => (option: AttributeOption) =>
  option.value === value

interface OptionProps {
  id: string
  index: number
  option: AttributeOption
  /** Whether it is the first of its group. */
  heads: boolean
  active: boolean
  chosen: boolean
  onChoose: () => void
}

function Option({ id, index, option, heads, active, chosen, onChoose }: OptionProps) {
  const { label, group, confidence, description } = option
  return (
    <>
      {heads && (
        <p aria-hidden className="px-3 pt-2 pb-0.5 font-medium text-ink-faint text-xs">
          {group}
        </p>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys */}
      <div
        id={id}
        role="option"
        aria-selected={chosen}
        tabIndex={-1}
        data-at={index}
        title={description}
        onClick={onChoose}
        className={cn(
          'flex min-h-8 cursor-pointer items-center gap-2 px-3 py-1 text-sm hover:bg-hover pointer-coarse:min-h-10',
          active && 'bg-accent-soft',
        )}
      >
        <Check aria-hidden className={cn('size-3.5 shrink-0', !chosen && 'invisible')} />
        <span className="min-w-0 flex-1 truncate">{label}</span>
        {confidence !== null && (
          <span className="tabular shrink-0 text-ink-muted text-xs">
            {Math.round(confidence * 100)} %
          </span>
        )}
      </div>
    </>
  )
}
