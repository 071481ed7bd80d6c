import { firstTables } from './0001-first-tables.ts'
import { distriAndBroken } from './0002-distri-and-broken.ts'
import { ordersOfPeople } from './0003-orders.ts'
import type { ArchiveMigration } from './migration.ts'

/** Every migration, by rising level without a gap. A migration that has been released is never changed. */
export const allMigrations: readonly ArchiveMigration[] = [firstTables, distriAndBroken, ordersOfPeople]
