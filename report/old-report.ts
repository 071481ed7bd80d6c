import { z } from 'zod'
import { notAccepted } from '../compose/expected/acceptance-state.ts'
import { judgedImagesSchema } from '../compose/koji/judged-images-schema.ts'
import type { TestClass } from '../jobs/compare/test-class.ts'
import { usualDistri } from '../jobs/results/lineage.ts'
import { standingOf, standings, type Standing } from '../jobs/results/standing.ts'
import { classCounts } from './class-counts.ts'
import type { Report, TestLine } from './report.ts'

const text = z.string()
const time = z.iso.datetime()

const test = z.object({
  id: z.int(),
  test: text,
  flavor: text,
  arch: text,
  machine: text,
  state: text,
  result: text,
  reason: text,
  failedModules: z.array(text),
  bugs: z.array(text),
  url: text,
})

const lists = {
  failed: z.array(test),
  broken: z.array(test),
  skipped: z.array(test),
  stopped: z.array(test),
  unfinished: z.array(test),
  unknown: z.array(test),
  softfailed: z.array(test),
  flaky: z.array(test),
}

const counts = z.record(z.enum([...standings, 'total']), z.int().min(0))

const unposted = z.array(z.object({ flavor: text, arch: text, why: text }))

const verdicts = {
  passed: 'passed',
  degraded: 'degraded',
  failed: 'broken',
  unknown: 'unknown',
  absent: 'absent',
  unfinished: 'unfinished',
  neutral: 'neutral',
} as const

const causes = {
  'nothing-scheduled': 'nothing-scheduled',
  unfinished: 'unfinished',
  unreachable: 'unreachable',
  'nothing-ran': 'too-few-ran',
  unobserved: 'unobserved',
} as const

/** A report of schema 1, from before a night was compared with the nights before. */
export const oldReportSchema = z.object({
  schema: z.literal(1),
  night: z.object({ stream: z.string(), date: z.iso.date() }),
  run: text,
  title: text,
  edition: z.int().min(1),
  at: time,
  verdict: z.enum(['passed', 'degraded', 'failed', 'unknown', 'absent', 'unfinished', 'neutral']),
  unknownCause: z
    .enum(['nothing-scheduled', 'unfinished', 'unreachable', 'nothing-ran', 'unobserved'])
    .nullable(),
  respinOf: z.object({ compose: text.nullable(), run: text }).nullable().default(null),
  replacedBy: z.object({ compose: text, run: text }).nullable().default(null),
  unansweredSince: time.nullable().default(null),
  headline: text,
  shortfalls: z.array(text),
  lastAnswer: text,
  compose: z.object({ id: text, url: text, status: text, label: text.nullable() }).nullable(),
  discarded: z.array(z.object({ id: text, status: text })),
  images: judgedImagesSchema.nullable(),
  mode: z.enum(['post', 'observe']),
  posts: z.object({
    done: z.int().min(0),
    refused: unposted,
    unknown: unposted,
    partial: unposted,
    vanished: unposted,
  }),
  tests: z.object({ ...lists, counts, byArch: z.array(z.object({ arch: text, counts })) }),
  attention: z.array(text),
  stages: z.array(z.object({ name: text, since: time.nullable(), until: time.nullable(), lastAnswer: text })),
  links: z.object({ openqa: text.nullable(), run: text.nullable() }),
})

type OldReport = z.output<typeof oldReportSchema>

const classes: Readonly<Record<keyof typeof lists, TestClass>> = {
  failed: 'failed',
  broken: 'not-run',
  skipped: 'not-run',
  stopped: 'not-run',
  unfinished: 'unfinished',
  unknown: 'unknown',
  softfailed: 'soft',
  flaky: 'flaky',
}

const notKnownThen = { program: null, watchedUntil: null, changes: null, orders: [], composeless: null }

/** A report of schema 1 in the form of today. What was not known then is left empty. */
export function upgraded({ shortfalls, tests, images, ...old }: OldReport): Report {
  const list = listOf(tests)
  return {
    ...old,
    schema: 2,
    verdict: verdicts[old.verdict],
    unknownCause: old.unknownCause && causes[old.unknownCause],
    amends: old.edition > 1 ? { edition: old.edition - 1, changes: [] } : null,
    summary: shortfalls,
    ...notKnownThen,
    comparison:
      tests.counts.total === 0 ? null : { baseline: null, nights: 0, unknown: 'its report is of schema 1' },
    tests: {
      counts: classCounts(list, tests.counts.total),
      byArch: tests.byArch.map(({ arch, counts: own }) => ({
        arch,
        counts: classCounts(
          list.filter((line) => line.arch === arch),
          own.total,
        ),
      })),
      required: { passed: 0, of: 0 },
      list,
    },
    images: images && {
      expected: images.expected,
      missing: images.missing.map(({ blocking, ...image }) => ({
        ...image,
        need: blocking ? 'required' : 'expected',
        lastCompose: null,
        isNewlyMissing: false,
        ...notAccepted,
      })),
      changes: null,
      tooLarge: [],
    },
  }
}

function listOf(tests: OldReport['tests']): readonly TestLine[] {
  const flaky = new Set(tests.flaky.map(({ id }) => id))
  return standings
    .filter((standing) => standing !== 'passed')
    .flatMap((standing) =>
      tests[standing].filter(({ id }) => !flaky.has(id)).map((line) => lineOf(line, standing)),
    )
    .concat(tests.flaky.map((line) => ({ ...lineOf(line, flakyStanding(line)), class: 'flaky' })))
}

function flakyStanding({ state, result }: OldReport['tests']['flaky'][number]): Standing {
  return standingOf({ state, result, cloneId: null })
}

function lineOf(
  { id, state, result, reason, url, ...line }: OldReport['tests']['failed'][number],
  standing: Standing,
): TestLine {
  const kind = standing === 'passed' ? 'flaky' : classes[standing]
  return {
    ...line,
    distri: usualDistri,
    class: kind === 'failed' && line.bugs.length > 0 ? 'known' : kind,
    required: false,
    job: { id, state, result, standing, reason, url },
    failedTries: [],
    isNew: false,
    failing: null,
    lastPassed: null,
    otherModules: [],
    flakes: null,
    absence: '',
    failsElsewhere: false,
    ...notAccepted,
  }
}
