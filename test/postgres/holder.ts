/** Holds the PostgreSQL of a folder until this process is ended; prints its URL. */
import { startPostgres } from '../../workers/postgres/embedded-postgres.ts'

const { url } = await startPostgres({ folder: process.argv[2] ?? '' })
console.log(url)
process.stdin.resume()
