import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { answers } from './answers.ts'
import { binariesFor } from './binaries.ts'
import { makeDataFolder, versionOf } from './data-folder.ts'
import { readLock } from './lock-file.ts'
import { mustReach, runAsFor } from './run-as.ts'
import { failure, shareServer, startServer, type HeldServer, type ServerFiles } from './running-server.ts'
import { serverCommand } from './server-command.ts'
import { openServerLog } from './server-log.ts'
import { socketFolder } from './socket-folder.ts'

/** A PostgreSQL of our own: real, its data in a folder, heard on this machine by its user only. */
export interface EmbeddedPostgres {
  /** For `pg` and `psql`: database and user `nightjar`, on a Unix socket. */
  readonly url: string
  /** Lets go of the server. The last process to do so ends it, and waits until it has ended. */
  close(): Promise<void>
}

/**
 * `postgres/` and `postgres.log` are in the folder; of the environment, `PATH` and `NIGHTJAR_POSTGRES_BIN`
 * are used.
 */
export interface PostgresOptions {
  readonly folder: string
  readonly environment?: NodeJS.ProcessEnv
}

const answerLimitMs = 60_000
const betweenLooksMs = 25

/**
 * Starts the PostgreSQL of a folder, or shares the one that another process started. It ends with the last
 * process that holds it, however that ends: a supervisor of its own sees to it.
 * @throws NoPostgres that says what was expected, what happened and what to do
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.folder, { recursive: true })
  const folder = realpathSync(options.folder)
  const files = { data: join(folder, 'postgres'), log: openServerLog(join(folder, 'postgres.log')) }
  const environment = options.environment ?? process.env
  while (true) {
    const madeBy = versionOf(files.data)
    const shared = await shareServer(files)
    const server = shared ?? (await startOwn(folder, files, madeBy, environment))
    const url = await urlOf(server, files)
    if (url !== null) return { url, close: () => server.hold.release() }
    // The server of another process was killed in this moment; one of our own makes up for it.
    if (shared === null) throw failure('PostgreSQL ended before it answered', files)
  }
}

async function startOwn(
  folder: string,
  files: ServerFiles,
  madeBy: number | null,
  environment: NodeJS.ProcessEnv,
): Promise<HeldServer> {
  const { data } = files
  const binaries = await binariesFor(data, madeBy, environment)
  const runAs = await runAsFor(data, environment)
  await mustReach(runAs, [folder, binaries.folder])
  if (madeBy === null) await makeDataFolder(data, binaries, runAs)
  const sockets = socketFolder(folder, runAs)
  const command = serverCommand(binaries, { data, sockets, runAs })
  return await startServer({ command, user: runAs.user, sockets }, files)
}

/**
 * The URL of a server once it answers, null where it ends before. Nothing in it is left to the PGPORT or
 * PGSSLMODE of a person's environment.
 */
async function urlOf({ sockets, hold }: HeldServer, files: ServerFiles): Promise<string | null> {
  const url = `postgres://nightjar@${encodeURIComponent(sockets)}:5432/nightjar?sslmode=disable`
  const until = Date.now() + answerLimitMs
  try {
    while (!readLock(files.data)?.ready || !(await answers(url))) {
      if (hold.lost) return null
      if (Date.now() > until) throw failure('PostgreSQL runs, but does not answer', files)
      await sleep(betweenLooksMs)
    }
    return url
  } catch (error) {
    await hold.release()
    throw error
  }
}
