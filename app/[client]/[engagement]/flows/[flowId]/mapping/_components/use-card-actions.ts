'use client'

import { useEffect, useMemo, useRef } from 'react'
import type { CardActions } from './mapping-card'

/**
 * The same actions for as long as the board stands, doing what the latest ones do: rows are drawn
 * anew for what they show, never for what can be done to them.
 */
export function useCardActions(actions: CardActions): CardActions {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  return useMemo(
    () => ({
      select: (mappingId) => latest.current.select(mappingId),
      approve: (mappingId) => latest.current.approve(mappingId),
      reject: (mappingId) => latest.current.reject(mappingId),
      look: (mappingId) => latest.current.look(mappingId),
    }),
    [],
  )
}
