import type { WholeNight } from '../../archive/queries/whole-night.ts'
import { table } from '../table.ts'
import { clock } from './clock.ts'
import { deliveryTable } from './delivery-table.ts'

/**
 * A night as the archive knows it: for nights that Temporal does not know any more, or while it does not
 * answer.
 */
export function archivedNight({ night, stages, heard, editions, deliveries }: WholeNight): string {
  const edition = editionInWords(night, editions.length)
  const title = `${night.run}: ${night.verdict ?? 'no verdict yet'} (${night.compose ?? 'no compose yet'}, ${edition})`
  const subject = [night.subject, night.noReport && `no report: ${night.noReport}`].filter(
    (line) => line !== null,
  )
  const times = stages.length > 0 ? stageTable(stages) : heardTable(heard)
  return `${[title, ...subject, '', times].join('\n')}${deliveryTable(deliveries)}`
}

function editionInWords({ edition, noReport }: WholeNight['night'], editions: number): string {
  if (edition !== null) return `edition ${edition} of ${editions}`
  return noReport === null ? 'no report yet' : 'no report'
}

function stageTable(stages: WholeNight['stages']): string {
  const rows = stages.map(({ name, since, until, lastAnswer }) => [
    name,
    clock(since),
    clock(until),
    lastAnswer,
  ])
  return table(['STAGE', 'SINCE (UTC)', 'UNTIL', 'LAST ANSWER'], rows)
}

function heardTable(heard: WholeNight['heard']): string {
  if (heard.length === 0) return 'nothing was heard yet'
  return table(
    ['STAGE', 'HEARD (UTC)', 'ANSWER'],
    heard.map(({ stage, at, said }) => [stage, clock(at), said]),
  )
}
