import { z } from 'zod'
import { imageNeeds } from '../compose/expected/missing-images.ts'
import { explanationSchema } from '../compose/koji/judged-images-schema.ts'
import { readJson } from '../compose/read-json.ts'
import { testClasses } from '../jobs/compare/test-class.ts'
import { standings } from '../jobs/results/standing.ts'
import { unknownCauses } from '../jobs/verdict/verdict.ts'
import { verdictWords } from '../jobs/verdict/verdicts.ts'
import { oldReportSchema, upgraded } from './old-report.ts'
import { orderNames } from './order.ts'
import type { Report } from './report.ts'

const text = z.string()
const url = text.nullable()
const time = z.iso.datetime()
const count = z.int().min(0)
const names = z.array(text)

/** What reports from before there were acceptances and orders do not have. */
const acceptance = {
  accepted: z
    .strictObject({ by: text.nullable(), why: text, until: z.iso.date().nullable() })
    .nullable()
    .default(null),
  acceptanceEnded: z.boolean().default(false),
}

const job = z.strictObject({
  id: z.int(),
  state: text,
  result: text,
  standing: z.enum(standings),
  reason: text,
  url: text,
})

const test = z.strictObject({
  distri: text,
  test: text,
  flavor: text,
  arch: text,
  machine: text,
  class: z.enum(testClasses),
  required: z.boolean(),
  job: job.nullable(),
  failedModules: names,
  failedTries: z.array(job.pick({ id: true, result: true, url: true })),
  bugs: names,
  isNew: z.boolean(),
  failing: z.strictObject({ since: text, nights: count, orEarlier: z.boolean() }).nullable(),
  lastPassed: text.nullable(),
  otherModules: names,
  flakes: z.strictObject({ flaky: count, nights: count }).nullable(),
  absence: text,
  failsElsewhere: z.boolean(),
  ...acceptance,
})

const counts = z.record(z.enum([...testClasses, 'total']), count)

const tests = z.strictObject({
  counts,
  byArch: z.array(z.strictObject({ arch: text, counts })),
  required: z.strictObject({ passed: count, of: count }),
  list: z.array(test),
})

const comparison = z.strictObject({
  baseline: z
    .strictObject({ run: text, edition: z.int(), compose: text, date: z.iso.date().nullable() })
    .nullable(),
  nights: count,
  unknown: text.nullable(),
})

const missing = z.strictObject({
  subvariant: text,
  type: text,
  arch: text,
  need: z.enum(imageNeeds),
  why: text,
  koji: explanationSchema.nullable(),
  lastCompose: text.nullable(),
  isNewlyMissing: z.boolean(),
  ...acceptance,
})

const sized = z.array(z.strictObject({ name: text, before: z.number(), after: z.number() }))

const images = z.strictObject({
  expected: count,
  missing: z.array(missing),
  changes: z.strictObject({ added: names, gone: names, renamed: names, resized: sized }).nullable(),
  tooLarge: sized,
})

const version = text.nullable()

const packages = z.strictObject({
  from: text,
  to: text,
  counts: z.record(z.enum(['added', 'removed', 'upgraded', 'downgraded']), count),
  changes: z.array(z.strictObject({ name: text, before: version, after: version })),
  cut: count,
})

const system = z.strictObject({
  distri: text,
  test: text,
  flavor: text,
  arch: text,
  machine: text,
  packages: packages.nullable(),
  services: z
    .strictObject({ appeared: names, gone: names, nowFailed: names, failedBefore: names })
    .nullable(),
  numbers: z.array(z.strictObject({ what: text, before: z.number(), after: z.number() })),
})

const changes = z.strictObject({
  from: text,
  to: text,
  packages: packages.nullable(),
  systems: z.array(system),
  unknown: names,
})

const unposted = z.array(z.strictObject({ flavor: text, arch: text, why: text }))

const posts = z.strictObject({
  done: count,
  refused: unposted,
  unknown: unposted,
  partial: unposted,
  vanished: unposted,
})

const stage = z.strictObject({ name: text, since: time.nullable(), until: time.nullable(), lastAnswer: text })

const order = z.strictObject({
  id: text,
  name: z.enum(orderNames),
  at: time,
  by: text.nullable(),
  why: text.nullable(),
  asked: text,
  became: text,
})

const name = z.string().regex(/^[a-z][a-z0-9-]*$/)
const hour = z
  .string()
  .regex(/^(?:[01]\d|2[0-3])$/)
  .exactOptional()

/** The schema of a report's JSON. A change of its shape needs a new number. */
export const reportSchema: z.ZodType<Report> = z
  .strictObject({
    schema: z.literal(2),
    night: z.strictObject({ stream: name, date: z.iso.date(), hour }),
    run: text,
    title: text,
    edition: z.int().min(1),
    amends: z.strictObject({ edition: z.int().min(1), changes: names }).nullable(),
    at: time,
    program: text.nullable().default(null),
    verdict: z.enum(verdictWords),
    unknownCause: z.enum([...unknownCauses, 'unobserved']).nullable(),
    unansweredSince: time.nullable(),
    watchedUntil: time.nullable(),
    headline: text,
    summary: names,
    lastAnswer: text,
    compose: z.strictObject({ id: text, url: text, status: text, label: text.nullable() }).nullable(),
    respinOf: z.strictObject({ compose: text.nullable(), run: text }).nullable(),
    replacedBy: z.strictObject({ compose: text, run: text }).nullable(),
    discarded: z.array(z.strictObject({ id: text, status: text })),
    composeless: z.strictObject({ nights: count, lastGood: text.nullable() }).nullable(),
    comparison: comparison.nullable(),
    tests,
    images: images.nullable(),
    changes: changes.nullable(),
    mode: z.enum(['post', 'observe']),
    posts,
    attention: names,
    orders: z.array(order).default([]),
    stages: z.array(stage),
    links: z.strictObject({ openqa: url, run: url }),
  })
  .meta({ title: 'Nightjar report', description: 'One night of one Fedora stream, schema 2.' })

/**
 * Reads a report's JSON; one of schema 1 is brought to the form of today.
 * @throws Garbled if it is not a report, or has a newer schema
 */
export function parseReport(json: string): Report {
  const either = z.union([reportSchema, oldReportSchema.transform(upgraded)])
  return readJson('a report of Nightjar, schema 1 or 2', either, json)
}
