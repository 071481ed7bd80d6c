import { archSentence, archTable } from './arch-table.ts'
import { imageLines } from './image-lines.ts'
import type { Standing } from '../jobs/results/standing.ts'
import { minuteOf } from './minute.ts'
import type { Report, Unposted } from './report.ts'
import { stageLines, stageSentence } from './stage-lines.ts'
import { standingWords } from './standing-words.ts'
import { testBlocks, testGroups } from './test-lines.ts'
import { safeLine } from '../compose/safe-line.ts'
import { wrap } from './wrap.ts'

/** The report as the text of a mail: the answer first, at most 78 columns wide except for URLs. */
export function renderText(report: Report): string {
  const lines = [
    ...wrap(report.headline),
    ...opening(report),
    ...failures(report),
    ...untested(report),
    ...figures(report),
    ...footer(report),
  ]
  return `${lines.join('\n')}\n`
}

function opening(report: Report): readonly string[] {
  const { edition, mode, compose, discarded, links, tests } = report
  const lines = [
    ...(edition > 1 ? wrap('This amends the report that was sent before.') : []),
    ...(compose === null
      ? []
      : wrap(`${compose.id} is ${compose.status || 'without a status'}${labelled(compose)}`)),
    ...(compose === null ? [] : wrap(compose.url)),
    ...(links.openqa === null || tests.counts.total === 0 ? [] : wrap(links.openqa)),
    ...respinLines(report),
    ...(discarded.length > 0 && tests.counts.total > 0
      ? wrap(`Discarded: ${discardedNames(discarded)}`)
      : []),
    ...(mode === 'observe' ? wrap('Nightjar only watches here: somebody else schedules these tests.') : []),
  ]
  return lines.length === 0 ? [] : ['', ...lines]
}

/** What the compose is a respin of, and what replaces it. */
function respinLines({ respinOf, replacedBy }: Report): readonly string[] {
  const before =
    respinOf &&
    (respinOf.compose === null
      ? `${respinOf.run} had no compose; this one came later.`
      : `It is a respin of ${respinOf.compose}. ${respinOf.run} reports on that one.`)
  const after =
    replacedBy && `A newer respin has come: ${replacedBy.compose}. ${replacedBy.run} reports on it.`
  return [before, after].flatMap((line) => (line === null ? [] : wrap(line)))
}

function discardedNames(discarded: Report['discarded']): string {
  return discarded.map(({ id, status }) => `${id} (${status})`).join(', ')
}

function labelled({ label }: { readonly label: string | null }): string {
  return label === null ? '' : `, ${label}`
}

function failures({ tests, images, attention }: Report): readonly string[] {
  const { heading } = standingWords.failed
  const news = tests.failed.filter(({ bugs }) => bugs.length === 0)
  const known = tests.failed.filter(({ bugs }) => bugs.length > 0)
  const missing = images?.missing ?? []
  return [
    ...section(`${heading} (${news.length})`, testBlocks(news)),
    ...section(`${heading}, BUG KNOWN (${known.length})`, testBlocks(known)),
    ...section(
      `IMAGES MISSING (${missing.length} of ${images?.expected ?? 0} expected)`,
      imageLines(missing),
    ),
    ...section(
      'LOOK AT THIS',
      attention.flatMap((item) => wrap(item, '  ', '    ')),
    ),
  ]
}

function untested({ tests, posts }: Report): readonly string[] {
  const standing = (kind: Exclude<Standing, 'passed'>, lines: typeof testBlocks) =>
    section(`${standingWords[kind].heading} (${tests[kind].length})`, lines(tests[kind]))
  return [
    ...section(`REFUSED BY OPENQA (${posts.refused.length})`, postLines(posts.refused)),
    ...section(`SCHEDULED IN PART (${posts.partial.length})`, postLines(posts.partial)),
    ...standing('broken', testBlocks),
    ...standing('skipped', testGroups),
    ...standing('stopped', testGroups),
    ...standing('unfinished', testGroups),
    ...section(`FLAKY, passed only when tried again (${tests.flaky.length})`, testBlocks(tests.flaky)),
    ...standing('softfailed', testGroups),
  ]
}

function postLines(posts: readonly Unposted[]): readonly string[] {
  return posts.flatMap(({ flavor, arch, why }) => wrap(`${flavor} ${arch}: ${why}`, '  ', '    '))
}

/** A passed night gets a line for each figure. Other nights get tables, with the last answers. */
function figures(report: Report): readonly string[] {
  const { verdict, tests, stages } = report
  const times = wrap(`Times (UTC): ${stageSentence(stages)}`)
  if (verdict === 'passed') {
    return ['', ...wrap(`Passed by arch: ${archSentence(tests)}`), ...allImages(report), ...times]
  }
  const allRan = verdict === 'degraded' || verdict === 'failed'
  return [
    ...section('TESTS', archTable(tests)),
    ...(allRan ? ['', ...times] : section('TIMES (UTC)', stageLines(stages))),
  ]
}

function allImages({ images }: Report): readonly string[] {
  return images === null ? [] : wrap(`Images: all ${images.expected} that are expected are there`)
}

function footer({ run, links, at }: Report): readonly string[] {
  return [
    '',
    '-- ',
    ...wrap(`Nightjar, ${run}, written ${minuteOf(at)}`),
    ...(links.run === null ? [] : wrap(links.run)),
    ...asJson(`nightjar show ${run} --report --json`),
  ]
}

/** A command is copied, so it is never broken over two lines. */
function asJson(command: string): readonly string[] {
  const line = `The same as JSON: ${command}`
  return line.length <= 78 ? wrap(line) : ['The same as JSON:', `  ${safeLine(command, 150)}`]
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}
