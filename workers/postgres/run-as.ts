import { execFile } from 'node:child_process'
import { chownSync, statSync } from 'node:fs'
import { promisify } from 'node:util'
import { NoPostgres } from './no-postgres.ts'

const run = promisify(execFile)

/** As whom PostgreSQL is run, which refuses to be root. */
export interface RunAs {
  /** Words before the program and its arguments. */
  readonly before: readonly string[]
  /** Another user; null for the user of this process. */
  readonly user: { readonly uid: number; readonly gid: number } | null
}

/**
 * To PostgreSQL an ordinary user, to the file system still root: it may enter folders that only root may
 * enter.
 */
const inNamespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--']
const nobody = { uid: 65_534, gid: 65_534 }

/**
 * For root the owner of the data folder; where that is root too, a user namespace. A new folder is given to
 * nobody where the system allows no user namespaces. Everybody else is themselves.
 */
export async function runAsFor(data: string, environment: NodeJS.ProcessEnv): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { before: [], user: null }
  const owner = statSync(data, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { before: [], user: { uid: owner.uid, gid: owner.gid } }
  const [program = '', ...words] = inNamespace
  try {
    await run(program, [...words, '/bin/sh', '-c', 'exit'], { env: environment, timeout: 20_000 })
    return { before: inNamespace, user: null }
  } catch {
    if (!owner) return { before: [], user: nobody }
    throw new NoPostgres(
      `${data} belongs to root, as whom PostgreSQL does not run, and this system allows no user namespaces (unshare --user); ` +
        'give the folder to an ordinary user (chown -R)',
    )
  }
}

/** Gives a folder to the user that PostgreSQL runs as. */
export function handOver(folder: string, { user }: RunAs): void {
  if (user) chownSync(folder, user.uid, user.gid)
}

/**
 * Lets a child process run as a user (null: as this process's), with nothing of this process's environment
 * but the path.
 */
export function processOptions(user: RunAs['user']): { cwd: string; env: NodeJS.ProcessEnv } {
  const path = process.env['PATH']
  return { ...user, cwd: '/', env: { ...(path === undefined ? {} : { PATH: path }), LC_ALL: 'C' } }
}

/** @throws NoPostgres where another user is to run PostgreSQL, and may not enter one of these folders */
export async function mustReach(runAs: RunAs, folders: readonly string[]): Promise<void> {
  if (runAs.user === null) return
  const enterAll = 'for folder; do cd "$folder" || exit 1; done'
  try {
    await run('/bin/sh', ['-c', enterAll, 'sh', ...folders], processOptions(runAs.user))
  } catch {
    throw new NoPostgres(
      `root may not run PostgreSQL, and user ${runAs.user.uid}, who runs it instead, may not enter ${folders.join(' or ')}; ` +
        'run this as an ordinary user, allow user namespaces (unshare --user), or configure a folder outside of /root',
    )
  }
}
