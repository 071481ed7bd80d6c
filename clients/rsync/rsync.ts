import { runGroup } from '../process-group.ts'
import { answerOf, rsyncOutcome, type RsyncAnswer } from './rsync-answer.ts'
import { rsyncPlace } from './rsync-place.ts'

/** Which servers may be asked, and how long and how much they may answer. Times are milliseconds, sizes bytes. */
export interface RsyncOptions {
  /** `host` or `host:port` values. */
  readonly allowedHosts: readonly string[]
  readonly deadlineMs?: number
  readonly maxBytes?: number
  readonly program?: string
  readonly signal?: AbortSignal
}

/**
 * How much of a folder is listed: all below it, or only what lies in it; of `files`, which are paths below it, those that
 * are there, with their folders. Then the server walks no other folder: a development tree has 100,000 files.
 */
export interface RsyncExtent {
  readonly depth?: 'tree' | 'folder'
  readonly files?: readonly string[]
}

/** Lists folders of rsync servers. */
export interface Rsync {
  /**
   * Lists a folder (`rsync://host/module/path`), handing rsync's stdout to `take` as it comes.
   * What was taken is a list of the folder only if the answer is `listed`.
   * @throws ClientFailure `unreachable` for a busy or silent server, a broken connection and the deadline; `refused` for a
   *   host or path that is not allowed, an unknown module, and where rsync is not installed; `garbled` for too long a list.
   */
  list(url: string, take: (text: string) => void, extent?: RsyncExtent): Promise<RsyncAnswer>
}

/** A client that runs the system's `rsync --list-only`. */
export function rsync(options: RsyncOptions): Rsync {
  const { allowedHosts, deadlineMs = 120_000, maxBytes = 64 * 2 ** 20, program = 'rsync', signal } = options
  return {
    async list(url, take, extent = {}) {
      const place = rsyncPlace(url, allowedHosts)
      const args = [...listing(extent), ...timeouts(deadlineMs), '--', place]
      const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' }
      const end = await runGroup({
        program,
        args,
        env,
        deadlineMs,
        maxBytes,
        take,
        ...(signal && { signal }),
      })
      return answerOf(rsyncOutcome(end, place))
    },
  }
}

/** The greeting is kept out because it comes on stdout and can imitate a listing; sizes are plain bytes. */
function listing(extent: RsyncExtent): readonly string[] {
  const recursive = extent.depth === 'folder' ? [] : ['-r']
  return ['--list-only', '--no-motd', '--no-h', ...recursive, ...filters(extent)]
}

function filters({ files }: RsyncExtent): readonly string[] {
  if (files === undefined) return []
  return [...foldersAndFiles(files).map((pattern) => `--include=${pattern}`), '--exclude=*']
}

/** rsync enters a folder only if it is let in by name: `/Server/`, `/Server/x86_64/`, then the file. */
function foldersAndFiles(files: readonly string[]): readonly string[] {
  const patterns = files.flatMap((path) => {
    const parts = path.split('/').map(literal)
    return parts.map((_, at) => `/${parts.slice(0, at + 1).join('/')}${at + 1 < parts.length ? '/' : ''}`)
  })
  return [...new Set(patterns)]
}

/** A name as a pattern that means this name only; a backslash is itself where there is no wildcard. */
function literal(name: string): string {
  return /[*?[]/.test(name) ? name.replaceAll(/[*?[\\]/g, String.raw`\$&`) : name
}

/** rsync's own time limits end a silent server sooner than the deadline; neither bounds the whole. */
function timeouts(deadlineMs: number): readonly string[] {
  const seconds = Math.max(1, Math.ceil(deadlineMs / 1000))
  return [`--timeout=${Math.min(seconds, 60)}`, `--contimeout=${Math.min(seconds, 20)}`]
}
