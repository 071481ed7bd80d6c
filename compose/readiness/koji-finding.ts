import type { TaskCount } from '../koji/compose-tasks.ts'
import { met, notYet, unreachable, type Finding } from './finding.ts'
import type { KojiLook, SettlingLook } from './observation.ts'

/** Met if there is at least one task and none is open. */
export function judgeKoji(look: KojiLook): Finding {
  switch (look.kind) {
    case 'counted':
      return judgeCount(look)
    case 'unasked':
      return notYet(`Koji is asked later (${look.why})`)
    case 'waived':
      return met('Koji is not asked')
    case 'unreachable':
      return unreachable(`Koji did not answer (${look.why})`)
    default:
      return look satisfies never
  }
}

/**
 * Met if there is at least one task, none is open, there are as many as the night before, and the last
 * `lookCount` looks saw the same. In 2015, Koji gets the tasks one by one: at times all existing tasks have
 * ended, but others are still to come.
 */
export function judgeSettled(look: SettlingLook, lookCount: number): Finding {
  switch (look.kind) {
    case 'counted':
      return judgeCounts(look.looks, look.before ?? 0, lookCount)
    case 'unasked':
      return notYet(`Koji is asked later (${look.why})`)
    case 'waived':
      return met('Koji is not asked')
    case 'unreachable':
      return unreachable(`Koji did not answer (${look.why})`)
    default:
      return look satisfies never
  }
}

const noTask = notYet('Koji has no task of this compose yet')

function judgeCount({ total, open, failed }: TaskCount): Finding {
  if (!(total > 0)) return noTask
  if (open !== 0)
    return notYet(`${open} of ${total} Koji tasks ${open === 1 ? 'is' : 'are'} open`, 1 - open / total)
  return met(`all ${total} Koji tasks have ended, ${failed} of them FAILED`)
}

function judgeCounts(looks: readonly TaskCount[], before: number, lookCount: number): Finding {
  const last = looks.at(-1)
  if (last === undefined) return noTask
  const finding = judgeCount(last)
  if (finding.kind !== 'met') return finding
  if (last.total < before)
    return notYet(`${last.total} Koji tasks have ended, but the night before had ${before}`)
  const same = looks.length - 1 - looks.findLastIndex(({ total, open }) => total !== last.total || open !== 0)
  if (same >= lookCount) return finding
  return notYet(
    `all ${last.total} Koji tasks have ended; more may come, ${same} of ${lookCount} looks showed the same`,
  )
}
