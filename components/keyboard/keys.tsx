'use client'

import { cn } from '@/components/ui/cn'
import { Kbd } from '@/components/ui/kbd'
import { useKeyWords } from './key-words'

/** A shortcut's keys, as this keyboard has them. */
export function Keys({ keys, className }: { keys: string; className?: string }) {
  const inWords = useKeyWords()
  return (
    <span className={cn('inline-flex shrink-0 gap-1', className)}>
      {inWords(keys).map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  )
}
