import { sql } from 'drizzle-orm'
import { customType, integer, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Text that compares without regard to case. */
export const citext = customType<{ data: string }>({ dataType: () => 'citext' })

export const bytea = customType<{ data: Uint8Array; driverData: unknown }>({
  dataType: () => 'bytea',
  toDriver: (bytes) => Buffer.from(bytes),
})

/** A transaction's number, which never comes back. */
export const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })

/** Time-ordered, so that rows inserted together lie together. */
export const id = () => uuid('id').primaryKey().default(sql`uuidv7()`)

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const createdAt = () => moment('created_at').notNull().defaultNow()
export const updatedAt = () => moment('updated_at').notNull().defaultNow()

/** Rises with every change; forms send it back, so that nobody overwrites what they never saw. */
export const version = () => integer('version').notNull().default(1)
