import { Client } from 'pg'
import { codeOf, NoPostgres } from './no-postgres.ts'

/** PostgreSQL starts, recovers or ends; its socket is not there yet, or not any more. */
const later: readonly (string | null)[] = ['57P03', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']
const noSuchUser = '28000'
const noSuchDatabase = '3D000'

/**
 * Whether the database of the archive answers; false where it may later. @throws NoPostgres where it never
 * will
 */
export async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 30_000 })
  // The query fails too, and says the same.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    if (later.includes(codeOf(error)) || why.startsWith('Connection terminated')) return false
    const foreign = codeOf(error) === noSuchUser || codeOf(error) === noSuchDatabase
    const guess = foreign ? '; its data folder was not made by Nightjar' : ''
    throw new NoPostgres(`expected the archive of Nightjar at ${url}, but PostgreSQL says "${why}"${guess}`)
  } finally {
    await client.end()
  }
}
