import { expect, test } from 'vitest'
import type { Visit } from '@/lib/domain/vitals/schema'
import { createVisit } from './visit'

const page = { route: '/a', path: 'redis' } as const

function open() {
  const sent: Visit[] = []
  return { sent, ...createVisit((visit) => sent.push(visit)) }
}

test('the last value of each measurement is sent when the page is left', () => {
  const { sent, measured, left } = open()
  measured({ id: 'l', name: 'LCP', value: 100 })
  measured({ id: 'l', name: 'LCP', value: 300 })
  measured({ id: 'c', name: 'CLS', value: 0.01 })
  measured({ id: 'h', name: 'Next.js-hydration', value: 5 })
  left(page)
  const samples = [
    { name: 'LCP', value: 300 },
    { name: 'CLS', value: 0.01 },
  ]
  expect(sent).toEqual([{ ...page, samples }])
})

test('a visit counts once, however often its page goes out of sight', () => {
  const { sent, measured, left } = open()
  left(page)
  measured({ id: 'i', name: 'INP', value: 10 })
  left(page)
  measured({ id: 'i', name: 'INP', value: 90 })
  left(page)
  expect(sent).toHaveLength(1)
  measured({ id: 'again', name: 'LCP', value: 1, navigationType: 'back-forward-cache' })
  left(page)
  expect(sent).toHaveLength(2)
})

test('a step within the site is no visit of the page that was opened', () => {
  const { sent, measured, left } = open()
  measured({ id: 's', name: 'LCP', value: 1, navigationType: 'soft-navigation' })
  left(page)
  expect(sent).toEqual([])
})
