import type { Change } from '../../compose/messages/read-message.ts'
import { foldedLooks, type FoldedLooks, type FoldParts } from './folded-looks.ts'
import type { OpenRun } from './open-runs.ts'

/** What a desk is made of. */
export interface MessageDeskParts extends FoldParts {
  /** The runs that are under way. */
  readonly open: () => Promise<readonly OpenRun[]>
  readonly whoLooks: (change: Change, runs: readonly OpenRun[]) => readonly OpenRun[]
  /** The runs are listed at most once in this time. */
  readonly listMs: number
}

/** Takes changes, and has runs look. */
export interface MessageDesk {
  tell(change: Change): void
  /** What is waiting is dropped. Resolves when nothing is under way. */
  stop(): Promise<void>
}

/** So many changes may wait to be looked up. */
const mostWaiting = 500

/**
 * Finds out which runs wait for what changed, and folds their looks. Changes that tell the same are one, and
 * a change that Temporal cannot be asked about is dropped.
 */
export function messageDesk(parts: MessageDeskParts): MessageDesk {
  const { count, listMs } = parts
  const waiting = new Map<string, Change>()
  const looks = foldedLooks(parts)
  let listedAt = -Infinity
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> | null = null
  let isStopped = false
  const plan = () => {
    const at = Math.min(waiting.size > 0 ? listedAt + listMs : Infinity, looks.nextAt())
    if (working !== null || isStopped || at === Infinity) return
    clearTimeout(timer)
    timer = setTimeout(begin, Math.max(0, at - Date.now()))
  }
  const begin = () => {
    const isToList = waiting.size > 0 && listedAt + listMs <= Date.now()
    if (isToList) listedAt = Date.now()
    const listed = isToList ? lookUp(parts, waiting, looks) : Promise.resolve()
    working = listed.then(looks.have).finally(() => {
      working = null
      plan()
    })
  }
  return {
    tell(change) {
      const key = JSON.stringify(change)
      if (isStopped || waiting.has(key)) return count(change.kind, 'folded')
      if (waiting.size === mostWaiting) return count(change.kind, 'too many')
      waiting.set(key, change)
      plan()
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await working
    },
  }
}

async function lookUp(
  { open, whoLooks, count }: MessageDeskParts,
  waiting: Map<string, Change>,
  looks: FoldedLooks,
): Promise<void> {
  const changes = [...waiting.values()]
  waiting.clear()
  const runs = await open().catch(() => null)
  for (const change of changes) {
    const { kind } = change
    const looking = runs && whoLooks(change, runs)
    if (looking === null || looking.length === 0) count(kind, looking === null ? 'failed' : 'no run')
    else for (const run of looking) looks.add(run, kind)
  }
}
