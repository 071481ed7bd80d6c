import { safeLine } from '../../compose/safe-line.ts'
import { failedClasses } from '../../jobs/compare/test-class.ts'
import { listed } from '../counted.ts'
import { isLikeTheNightBefore } from '../like-before.ts'
import { minuteOf } from '../minute.ts'
import type { Report } from '../report.ts'
import { slowStages } from '../slow-stages.ts'
import { linesOf } from '../tests.ts'
import { changeLines } from './change-lines.ts'
import { opening } from './opening.ts'
import { changedSections, oldSections, type Section } from './sections.ts'
import { stageLines, stageSentence } from './stage-lines.ts'
import { wrap } from './wrap.ts'

/** A mail about a night like the one before is no longer than this, without its footer and empty lines. */
const mostQuietLines = 12

/** The report as the text of a mail: the answer first, at most 72 columns wide except for URLs. */
export function renderText(report: Report): string {
  const lines = [...body(report), ...footer(report)]
  return `${lines.join('\n')}\n`
}

function body(report: Report): readonly string[] {
  const whole = bodyWith(report, oldSections(report))
  const isTooLong = whole.filter((line) => line !== '').length > mostQuietLines
  if (!isTooLong || !isLikeTheNightBefore(report)) return whole
  return bodyWith(report, [], counts(oldSections(report)))
}

function bodyWith(
  report: Report,
  old: readonly Section[],
  counted: readonly string[] = [],
): readonly string[] {
  return [
    ...wrap(report.headline),
    ...opening(report),
    ...changedSections(report).flatMap(sectionLines),
    ...old.flatMap(sectionLines),
    ...counted,
    ...changeLines(report),
    ...times(report),
  ]
}

function sectionLines({ head, lines }: Section): readonly string[] {
  return ['', head, ...lines]
}

/** The old sections in one line each, where the night is like the one before. */
function counts(old: readonly Section[]): readonly string[] {
  const heads = old.map(({ head }) => head)
  return [
    '',
    ...wrap(`As the night before: ${listed(heads, heads.length)}.`),
    ...wrap('The HTML part and the JSON have each with its link.'),
  ]
}

/** When the stages ran: all of them where the tests came to no verdict, else the slow ones. */
function times({ verdict, stages }: Report): readonly string[] {
  if (['unknown', 'absent', 'unfinished'].includes(verdict)) {
    const lines = stageLines(stages)
    return lines.length === 0 ? [] : ['', 'TIMES (UTC)', ...lines]
  }
  const slow = slowStages(stages)
  return slow.length === 0 ? [] : ['', ...wrap(`Slow (UTC): ${stageSentence(slow)}`)]
}

function footer({ run, links, at, tests }: Report): readonly string[] {
  return [
    '',
    '-- ',
    ...wrap(`Nightjar, ${run}, written ${minuteOf(at)}`),
    ...(links.run === null ? [] : wrap(links.run)),
    ...asJson(run),
    ...(linesOf(tests, ...failedClasses).length === 0 ? [] : again(links)),
  ]
}

/**
 * The command that prints the report as JSON; a report that no night wrote is made again. None for a compose
 * with a strange name: people copy it into a shell.
 */
function asJson(run: string): readonly string[] {
  const [, compose] = /^report\/(.+)$/.exec(run) ?? []
  if (compose === undefined) return command('The same as JSON', `nightjar show ${run} --report --json`)
  if (!/^[\w.-]+$/.test(compose)) return []
  return command('The same as JSON', `nightjar report ${compose} --format json`)
}

/** How to run a failure again. */
function again({ openqa }: Report['links']): readonly string[] {
  const { origin } = URL.parse(openqa ?? '') ?? {}
  if (origin === undefined) return []
  return command('Run a test again', `openqa-cli api --host ${origin} -X POST jobs/ID/restart`)
}

/** A command is copied, so it is never broken over two lines. */
function command(what: string, text: string): readonly string[] {
  const line = `${what}: ${text}`
  return line.length <= 72 ? wrap(line) : [`${what}:`, `  ${safeLine(text, 150)}`]
}
