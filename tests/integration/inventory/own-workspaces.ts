import { afterAll, beforeAll } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../support/test-database'
import { openWorkspace, type Workspace } from './workspace'

/**
 * Gives a test file a database of its own, dropped after its last test.
 * @returns a function that opens a fresh workspace in it, closed with the database
 */
export function ownWorkspaces(): () => Promise<Workspace> {
  let database: TestDatabase
  const opened: Workspace[] = []
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(async () => {
    await Promise.all(opened.map((workspace) => workspace.close()))
    await database.drop()
  })
  return async () => {
    const made = await openWorkspace(database)
    opened.push(made)
    return made
  }
}
