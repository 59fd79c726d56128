import 'server-only'
import { after } from 'next/server'
import { reportUnexpected } from './report-unexpected'

/** Runs work once the answer was sent. It may fail, but never unseen. */
export function later(name: string, work: () => Promise<void>): void {
  after(async () => {
    try {
      await work()
    } catch (error) {
      reportUnexpected(`after ${name}`, error)
    }
  })
}
