import { z } from 'zod'

import { judgedImagesSchema } from '../compose/koji/judged-images-schema.ts'
import { streams } from '../compose/naming/stream.ts'
import { readJson } from '../compose/read-json.ts'
import { standings } from '../jobs/results/standing.ts'
import { unknownCauses } from '../jobs/results/verdict.ts'
import { verdictWords, type Report } from './report.ts'

const text = z.string()
const url = text.nullable()
const time = z.iso.datetime()
const count = z.int().min(0)

const test = z.strictObject({
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

const counts = z.record(z.enum([...standings, 'total']), count)

const tests = z.strictObject({
  counts,
  byArch: z.array(z.strictObject({ arch: text, counts })),
  failed: z.array(test),
  broken: z.array(test),
  skipped: z.array(test),
  stopped: z.array(test),
  unfinished: z.array(test),
  unknown: z.array(test),
  softfailed: z.array(test),
  flaky: z.array(test),
})

const unposted = z.array(z.strictObject({ flavor: text, arch: text, why: text }))

const stage = z.strictObject({ name: text, since: time.nullable(), until: time.nullable(), lastAnswer: text })

/** The schema of a report's JSON. */
export const reportSchema: z.ZodType<Report> = z
  .strictObject({
    schema: z.literal(1),
    night: z.strictObject({ stream: z.enum(streams), date: z.iso.date() }),
    run: text,
    title: text,
    edition: z.int().min(1),
    at: time,
    verdict: z.enum(verdictWords),
    unknownCause: z.enum([...unknownCauses, 'unobserved']).nullable(),
    // Reports of before 2026-12 do not have these three.
    respinOf: z.object({ compose: z.string().nullable(), run: z.string() }).nullable().default(null),
    replacedBy: z.object({ compose: z.string(), run: z.string() }).nullable().default(null),
    unansweredSince: z.iso.datetime().nullable().default(null),
    headline: text,
    shortfalls: z.array(text),
    reasons: z.array(text),
    lastAnswer: text,
    compose: z.strictObject({ id: text, url: text, status: text, label: text.nullable() }).nullable(),
    discarded: z.array(z.strictObject({ id: text, status: text })),
    images: judgedImagesSchema.nullable(),
    mode: z.enum(['post', 'observe']),
    posts: z.strictObject({
      done: count,
      refused: unposted,
      unknown: unposted,
      partial: unposted,
      vanished: unposted,
    }),
    tests,
    attention: z.array(text),
    stages: z.array(stage),
    links: z.strictObject({ openqa: url, run: url, document: url }),
  })
  .meta({ title: 'Nightjar report', description: 'One night of one Fedora stream, schema 1.' })

/** Reads a report's JSON. @throws Garbled if it is not a report, or has another schema. */
export function parseReport(json: string): Report {
  return readJson('a report of Nightjar, schema 1', reportSchema, json)
}
