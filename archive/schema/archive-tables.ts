/** A table of the archive, for what goes through all of them. */
export interface ArchiveTable {
  readonly name: string
  readonly key: readonly string[]
  /** Rows that are held in memory at once: few where one may be large. */
  readonly atOnce: number
}

/** Every table with the nights' data; one that refers to another comes after it. */
export const archiveTables: readonly ArchiveTable[] = [
  { name: 'runs', key: ['id'], atOnce: 1000 },
  { name: 'heard', key: ['run', 'stage'], atOnce: 1000 },
  { name: 'editions', key: ['run', 'number'], atOnce: 2 },
  { name: 'stages', key: ['run', 'edition', 'position'], atOnce: 1000 },
  { name: 'deliveries', key: ['run', 'edition', 'channel', 'recipient'], atOnce: 1000 },
  { name: 'orders', key: ['run', 'id'], atOnce: 100 },
  { name: 'acceptances', key: ['run', 'order', 'kind', 'name'], atOnce: 1000 },
  { name: 'composes', key: ['id'], atOnce: 1000 },
  { name: 'images', key: ['compose', 'path'], atOnce: 1000 },
  { name: 'missing_images', key: ['run', 'edition', 'position'], atOnce: 1000 },
  { name: 'scenarios', key: ['id'], atOnce: 1000 },
  { name: 'jobs', key: ['run', 'edition', 'job'], atOnce: 1000 },
  { name: 'claims', key: ['name'], atOnce: 1000 },
  { name: 'stored_values', key: ['hash'], atOnce: 2 },
  { name: 'value_uses', key: ['hash', 'run'], atOnce: 1000 },
  { name: 'imported_folders', key: ['folder'], atOnce: 10 },
]
