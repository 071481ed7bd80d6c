import type { HistoryLine } from '../../archive/queries/test-history.ts'
import type { Standing } from '../../jobs/results/standing.ts'
import { counted } from '../../report/counted.ts'
import { markup, type Markup } from '../../report/html/markup.ts'
import { comma, joined } from '../../report/html/joined.ts'
import { nameOfRun, nightPath } from './paths.ts'

/** How a result looks: a letter beside its colour, and in words. */
interface ResultLook {
  readonly letter: string
  readonly look: string
  readonly words: string
}

const noResult = { letter: '-', look: 'open', words: 'did not run' }

const looks: Readonly<Record<Standing, ResultLook>> = {
  passed: { letter: 'P', look: 'passed', words: 'passed' },
  softfailed: { letter: 'S', look: 'passed', words: 'failed softly' },
  failed: { letter: 'F', look: 'broken', words: 'failed' },
  broken: { letter: '!', look: 'unknown', words: 'broke off' },
  skipped: noResult,
  stopped: noResult,
  unfinished: noResult,
  unknown: noResult,
}
const flakyLook = { letter: '~', look: 'degraded', words: 'passed when tried again' }
const absentLook = { letter: '·', look: 'open', words: 'no job' }

/** Nights of one test as a row of letters, each a link to its night, the latest last. */
export function historyStrip(lines: readonly HistoryLine[]): Markup {
  const used = new Map(lines.map((line) => [lookOf(line).letter, lookOf(line)]))
  return markup`<ol class="strip small" aria-label="The last ${counted(lines.length, 'night')} of it, the latest last">
${lines.toReversed().map(cell)}</ol>
<p class="legend">${joined(
    [...used.values()].map(({ letter, words }) => markup`<b>${letter}</b> ${words}`),
    comma,
  )}; the latest is the last.</p>
`
}

function cell(line: HistoryLine): Markup {
  const { letter, look, words } = lookOf(line)
  const label = `${nameOfRun(line.run)}: ${words}`
  return markup`<li><a class="v-${look}" href="${nightPath(line.run)}" title="${label}" aria-label="${label}">${letter}</a></li>
`
}

function lookOf({ standing, flaky }: HistoryLine): ResultLook {
  if (standing === null) return absentLook
  return flaky === true && standing !== 'failed' ? flakyLook : looks[standing]
}
