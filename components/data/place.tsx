'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Role } from '@/lib/base/roles'

interface Named {
  slug: string
  name: string
}

/** Who looks, and where they are: from the server's render, never asked for by the browser. */
export interface Place {
  user: { userId: string; name: string; email: string; isAdmin: boolean }
  /** Null on pages above the engagements, as all that follows. */
  client: Named | null
  engagement: Named | null
  role: Role | null
  /** `/CLIENT/ENGAGEMENT` */
  root: string | null
}

const PlaceContext = createContext<Place | null>(null)

/**
 * Says to everything below who looks, and where. Stands in the layouts of signed-in pages. A refresh
 * that brings the same again renders nobody anew.
 */
export function PlaceProvider({ place, children }: { place: Place; children: ReactNode }) {
  const text = JSON.stringify(place)
  const value = useMemo<Place>(() => JSON.parse(text), [text])
  return <PlaceContext value={value}>{children}</PlaceContext>
}

/** @throws outside of the signed-in pages, where there is nobody */
export function usePlace(): Place {
  const place = useContext(PlaceContext)
  if (place === null) throw new Error('No layout above says who looks.')
  return place
}

/** `/CLIENT/ENGAGEMENT` of the page. @throws above the engagements */
export function useRoot(): string {
  const { root } = usePlace()
  if (root === null) throw new Error('The page is of no engagement.')
  return root
}

/** Whose what is read is: what one person has read is never shown to the next in the same window. */
export function useViewer(): string | null {
  return useContext(PlaceContext)?.user.userId ?? null
}
