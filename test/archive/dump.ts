import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { asAdmin, dropDatabase } from './databases.ts'
import { binaries } from './postgres-server.ts'

const run = promisify(execFile)

/** Whether this PostgreSQL has `pg_dump` and `psql`; npm's has not. */
export const canDump = ['pg_dump', 'psql'].every((program) => existsSync(join(binaries, program)))

/** A database as `pg_dump` saves it. */
export async function dumpOf(url: string): Promise<string> {
  const { stdout } = await run(join(binaries, 'pg_dump'), [url], { maxBuffer: 100_000_000 })
  return stdout
}

/** Puts a dump in the place of a database, whoever is connected to it. @throws Error if psql finds a fault */
export async function restore(url: string, dump: string): Promise<void> {
  const server = new URL(url)
  const name = server.pathname.slice(1)
  server.pathname = 'postgres'
  await dropDatabase(server.href, url)
  await asAdmin(server.href, `create database ${name}`)
  const psql = spawn(join(binaries, 'psql'), ['--quiet', '--set=ON_ERROR_STOP=1', url], {
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  psql.stdin.end(dump)
  const [code] = await once(psql, 'exit')
  if (code !== 0) throw new Error(`psql ended with ${code}`)
}
