import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { startChild } from '../../workers/child.ts'
import { listens } from '../../workers/temporal/listens.ts'
import { temporalCli } from '../../workers/temporal/temporal-cli.ts'
import { attributesCommand } from '../../workers/temporal/check-server.ts'
import { attributeNames } from '../../workflows/attributes.ts'
import { startPostgresServer } from '../archive/postgres-server.ts'
import { freePorts } from '../free-ports.ts'
import { keep, type Kept, type Running } from './kept.ts'
import { postgresPort, serverConfig, type Ports } from './server-config.ts'

const run = promisify(execFile)

/** A Temporal server on a PostgreSQL, which has the archive, too, as in docker-compose.yml. */
export interface Production {
  /** Of Temporal. */
  readonly address: string
  /** Of the archive. */
  readonly databaseUrl: string
  readonly postgres: Kept
  readonly temporal: Kept
}

/** Where it is, and the programs that it is made of. */
export interface ProductionPlace {
  readonly folder: string
  /** The folder with Temporal's `server` and `sql`. */
  readonly programs: string
}

/** Sets up both servers in an empty folder, as docs/operating.md says; the stack ends them. */
export async function setUpProduction(
  { folder, programs }: ProductionPlace,
  stack: AsyncDisposableStack,
): Promise<Production> {
  const ports = { first: await freePorts() }
  const address = `127.0.0.1:${ports.first}`
  const data = join(folder, 'postgres')
  mkdirSync(data)
  const postgres = stack.use(await keep('PostgreSQL', () => startDatabase(data, ports)))
  await makeDatabases(programs, ports)
  writeFileSync(join(folder, 'config.yaml'), serverConfig(ports))
  const temporal = stack.use(await keep('Temporal', () => startServer({ folder, programs }, address)))
  await setUpNamespace(address)
  const databaseUrl = `postgresql://nightjar@127.0.0.1:${postgresPort(ports)}/nightjar`
  return { address, databaseUrl, postgres, temporal }
}

async function startDatabase(folder: string, ports: Ports): Promise<Running> {
  const port = `port=${postgresPort(ports)}`
  const server = await startPostgresServer(folder, [
    'listen_addresses=127.0.0.1',
    port,
    'max_connections=200',
  ])
  return { ended: server.ended, kill: () => void server.kill(), stop: () => server.stop() }
}

async function startServer({ folder, programs }: ProductionPlace, address: string): Promise<Running> {
  const args = ['--config-file', join(folder, 'config.yaml'), '--allow-no-auth', 'start']
  const server = startChild(join(programs, 'server'), args, { log: join(folder, 'temporal.log') })
  const gone = server.ended.then((how) => {
    throw new Error(`the Temporal server ended (${how}); ${folder}/temporal.log says why`)
  })
  while (!(await Promise.race([listens(address), gone]))) await sleep(100)
  return { ended: server.ended, kill: () => server.kill('SIGKILL'), stop: () => server.stop() }
}

/** Temporal's two databases with their schema, and that of the archive. */
async function makeDatabases(programs: string, ports: Ports): Promise<void> {
  const port = String(postgresPort(ports))
  const place = ['--plugin', 'postgres12', '--ep', '127.0.0.1', '-p', port, '-u', 'nightjar']
  const tool = (...args: readonly string[]) => run(join(programs, 'sql'), [...place, ...args])
  for (const name of ['temporal', 'temporal_visibility']) {
    await tool('--db', name, 'create-database')
    await tool('--db', name, 'setup-schema', '-v', '0.0')
    const schema = `postgresql/v12/${name.replace('temporal_', '')}`
    await tool('--db', name, 'update-schema', '--schema-name', schema)
  }
  await tool('--db', 'nightjar', 'create-database')
}

/** A shard of the server may not be ready yet, so each command is given until it is taken. */
async function setUpNamespace(address: string): Promise<void> {
  const cli = await temporalCli()
  const [, ...attributes] = attributesCommand(attributeNames, 'default').split(' ')
  const namespace = ['operator', 'namespace', 'create', '--namespace', 'default', '--retention', '90d']
  for (const args of [namespace, attributes]) {
    while (!(await taken(cli, [...args, '--address', address]))) await sleep(500)
  }
}

async function taken(cli: string, args: readonly string[]): Promise<boolean> {
  return await run(cli, [...args]).then(
    () => true,
    (error: unknown) => {
      const said = String(error)
      if (/already/i.test(said)) return true
      if (/unavailable|not found|not healthy|not enough hosts|deadline/i.test(said)) return false
      throw error
    },
  )
}
