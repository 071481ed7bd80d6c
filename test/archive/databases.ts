import { randomUUID } from 'node:crypto'
import { Client } from 'pg'

/** Makes a database on a server; answers its URL. `how` is the end of the statement. */
export async function createDatabase(server: string, how = ''): Promise<string> {
  const name = `nightjar_${randomUUID().replaceAll('-', '')}`
  await asAdmin(server, `create database ${name} ${how}`)
  const url = new URL(server)
  url.pathname = name
  return url.href
}

/** Drops a database, whoever is connected to it. */
export function dropDatabase(server: string, url: string): Promise<void> {
  return asAdmin(server, `drop database if exists ${new URL(url).pathname.slice(1)} with (force)`)
}

/** Runs one statement as the superuser of a server. */
export async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
