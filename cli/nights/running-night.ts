import { safeText } from '../../compose/safe-line.ts'
import { startCommandOf } from '../../workers/orders/how-to-start.ts'
import type { NightDetail } from '../../workers/read-nights.ts'
import { table } from '../table.ts'
import { clock } from './clock.ts'
import { ordersOf } from './orders-table.ts'

/** A night as Temporal knows it. */
export function runningNight(detail: NightDetail): string {
  const { night, status, compose, verdict, progress, pending, end } = detail
  const isRunning = status === 'RUNNING'
  const run = `${compose || (isRunning ? 'no compose yet' : 'no compose')}, run ${status.toLowerCase()}`
  const noReport =
    end === null ? '' : `\nIt left no report: ${safeText(end)}.\nTo start it again: ${startCommandOf(night)}`
  const title = `${night}: ${verdict || 'no verdict yet'} (${run})${noReport}`
  if (progress === null && !isRunning) return title
  if (progress === null)
    return `${title}\nNo worker answers, so its stages cannot be shown; start one with: nightjar worker`
  const rows = progress.stages.map(({ name, state, since, deadline, lastAnswer, late }) => {
    return [
      name,
      isRunning || state !== 'running' ? state : 'broke off',
      clock(since),
      isRunning && state === 'running' ? clock(deadline) : '',
      `${lastAnswer}${late ? ` — late: ${late}` : ''}`,
    ]
  })
  const now = (isRunning ? pending : []).map((said) => `\nnow: ${safeText(said)}`).join('')
  return `${title}\n\n${table(['STAGE', 'STATE', 'SINCE (UTC)', 'DEADLINE', 'LAST ANSWER'], rows)}${now}${ordersOf(detail, progress.orders)}`
}
