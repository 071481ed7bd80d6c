import { unjudged } from '../../jobs/verdict/verdicts.ts'
import { safeLine } from '../../compose/safe-line.ts'
import { failedClasses } from '../../jobs/compare/test-class.ts'
import { classWords } from '../class-words.ts'
import { counted } from '../counted.ts'
import { isLikeTheNightBefore } from '../like-before.ts'
import { minuteOf } from '../minute.ts'
import { acceptedCount, unacceptedImages, unacceptedTests } from '../orders/unaccepted.ts'
import type { Report } from '../report.ts'
import { slowStages } from '../slow-stages.ts'
import { linesOf } from '../tests.ts'
import { changeLines } from './change-lines.ts'
import { againCommand, isOnDemand, jsonCommand, writer } from '../words/about-words.ts'
import { opening } from './opening.ts'
import { changedSections, oldClasses, oldSections, orderSection, type Section } from './sections.ts'
import { shortBlock } from './test-blocks.ts'
import { stageLines, stageSentence } from './stage-lines.ts'
import { wrap } from './wrap.ts'

/** A mail about a night like the one before is no longer than this, without its footer and empty lines. */
const mostQuietLines = 12

/** Of a section; the JSON has all. */
const mostLines = 120

/** So many required failures it names. */
const mostRequired = 1

/** The report as the text of a mail: the answer first, at most 72 columns wide except for URLs. */
export function renderText(report: Report): string {
  const lines = [...body(report), ...footer(report)]
  return `${lines.join('\n')}\n`
}

function body(report: Report): readonly string[] {
  const sections = [...changedSections(report), ...oldSections(report)]
  const orders = report.orders.length === 0 ? [] : sectionLines(orderSection(report))
  const whole = bodyWith(report, sections.flatMap(sectionLines), orders)
  const isTooLong = whole.filter((line) => line !== '').length > mostQuietLines
  return isTooLong && isLikeTheNightBefore(report) ? bodyWith(report, quietLines(report)) : whole
}

function bodyWith(
  report: Report,
  middle: readonly string[],
  orders: readonly string[] = [],
): readonly string[] {
  return [
    ...wrap(report.headline),
    ...opening(report),
    ...middle,
    ...changeLines(report),
    ...orders,
    ...times(report),
  ]
}

function sectionLines({ head, lines }: Section): readonly string[] {
  const rest = lines.length - mostLines
  return ['', head, ...lines.slice(0, mostLines), ...(rest > 0 ? ['  … and more, in the JSON'] : [])]
}

/** What a night like the one before has, only counted. */
function quietLines(report: Report): readonly string[] {
  const { counts } = unacceptedTests(report.tests)
  const missing = unacceptedImages(report.images).length
  const accepted = acceptedCount(report)
  const { length: orders } = report.orders
  const parts = [
    ...(missing > 0 ? [`${counted(missing, 'image')} missing`] : []),
    ...oldClasses.flatMap((kind) => (counts[kind] > 0 ? [`${counts[kind]} ${classWords[kind].short}`] : [])),
    ...(accepted > 0 ? [`${accepted} accepted`] : []),
    ...(orders > 0 ? [counted(orders, 'order')] : []),
  ]
  return [
    ...mustPass(report),
    '',
    ...wrap(`Nothing new: ${parts.join(', ')}.`),
    ...wrap(
      `Each with its link is in ${isOnDemand(report) ? '--format html and json' : 'the HTML part and the JSON'}.`,
    ),
  ]
}

/** The first required failures, which a reader must be able to open, however old they are. */
function mustPass({ tests }: Report): readonly string[] {
  const failed = linesOf(tests, ...failedClasses).filter(({ required }) => required)
  const rest = failed.length - mostRequired
  const more = rest > 0 ? wrap(`… and ${rest} more`, '  ') : []
  const blocks = failed.slice(0, mostRequired).flatMap((test) => shortBlock(test))
  return failed.length === 0 ? [] : ['', `REQUIRED, and failing (${failed.length})`, ...blocks, ...more]
}

/** When the stages ran: all of them where the tests came to no verdict, else the slow ones. */
function times({ verdict, stages }: Report): readonly string[] {
  if (unjudged.includes(verdict)) {
    const lines = stageLines(stages)
    return lines.length === 0 ? [] : ['', 'TIMES (UTC)', ...lines]
  }
  const slow = slowStages(stages)
  return slow.length === 0 ? [] : ['', ...wrap(`Slower than usual (UTC): ${stageSentence(slow)}`)]
}

function footer(report: Report): readonly string[] {
  const { run, links } = report
  const again = againCommand(report)
  return [
    '',
    '-- ',
    ...wrap(`${writer(report)}, ${run}, ${minuteOf(report.at)}`),
    ...(links.run === null ? [] : wrap(links.run)),
    ...command('The same as JSON', jsonCommand(run)),
    ...(again === null ? [] : command(again.what, again.command)),
  ]
}

/** A command is copied, so it is never broken over two lines. */
function command(what: string, text: string | null): readonly string[] {
  if (text === null) return []
  const line = `${what}: ${text}`
  return line.length <= 72 ? wrap(line) : [`${what}:`, `  ${safeLine(text, 150)}`]
}
