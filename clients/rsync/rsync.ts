import { runGroup } from '../process-group.ts'
import { answerOf, rsyncOutcome, type RsyncAnswer } from './rsync-answer.ts'
import { rsyncPlace } from './rsync-place.ts'

/** The allowed servers and the limits of an answer. Times are milliseconds, sizes bytes. */
export interface RsyncOptions {
  /** `host` or `host:port` values. */
  readonly allowedHosts: readonly string[]
  readonly deadlineMs?: number
  readonly maxBytes?: number
  readonly program?: string
  readonly signal?: AbortSignal
}

/**
 * What to list: all below a folder, or only the folder itself. With `files` (paths below the folder) it lists
 * only these and their folders. Then the server reads no other folder: a development tree has 100,000 files.
 */
export interface RsyncExtent {
  readonly depth?: 'tree' | 'folder'
  readonly files?: readonly string[]
}

/** Lists folders of rsync servers. */
export interface Rsync {
  /**
   * Lists a folder (`rsync://host/module/path`) and passes rsync's stdout to `take`. The list is complete
   * only if the answer is `listed`.
   * @throws ClientFailure `unreachable` for a busy or silent server, a broken connection and the deadline;
   *   `refused` for a host or path that is not allowed, an unknown module, or a missing rsync; `garbled` for
   *   a list that is too long.
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

/** Without the greeting, which goes to stdout and can look like a listing. Sizes are plain bytes. */
function listing(extent: RsyncExtent): readonly string[] {
  const recursive = extent.depth === 'folder' ? [] : ['-r']
  return ['--list-only', '--no-motd', '--no-h', ...recursive, ...filters(extent)]
}

function filters({ files }: RsyncExtent): readonly string[] {
  if (files === undefined) return []
  return [...foldersAndFiles(files).map((pattern) => `--include=${pattern}`), '--exclude=*']
}

/** rsync enters a folder only if a pattern includes it: `/Server/`, `/Server/x86_64/`, then the file. */
function foldersAndFiles(files: readonly string[]): readonly string[] {
  const patterns = files.flatMap((path) => {
    const parts = path.split('/').map(literal)
    return parts.map((_, at) => `/${parts.slice(0, at + 1).join('/')}${at + 1 < parts.length ? '/' : ''}`)
  })
  return [...new Set(patterns)]
}

/** A pattern that matches only this name. Without a wildcard, a backslash stands for itself. */
function literal(name: string): string {
  return /[*?[]/.test(name) ? name.replaceAll(/[*?[\\]/g, String.raw`\$&`) : name
}

/** rsync's own timeouts notice a silent server before the deadline. They do not limit the total time. */
function timeouts(deadlineMs: number): readonly string[] {
  const seconds = Math.max(1, Math.ceil(deadlineMs / 1000))
  return [`--timeout=${Math.min(seconds, 60)}`, `--contimeout=${Math.min(seconds, 20)}`]
}
