import { testClasses } from '../../jobs/compare/test-class.ts'
import { orderNames } from '../../report/order.ts'
import type { Report, TestLine } from '../../report/report.ts'
import { green } from './green-night.ts'
import { lineOf, linkTo, missingImage, reportOn } from './test-lines.ts'

/** A report with something in every section, in which every text is the same and every link, too. */
export function hostileReport(text: string, url: string, verdict: Report['verdict']): Report {
  const own: Partial<TestLine> = {
    test: text,
    flavor: text,
    arch: text,
    machine: text,
    absence: text,
    required: true,
    failedModules: [text],
    otherModules: [text],
    bugs: [text],
    isNew: true,
    failsElsewhere: true,
    acceptanceEnded: true,
    job: linkTo(1, { url, reason: text, state: text, result: text }),
    failedTries: [{ id: 1, result: text, url }],
    failing: { since: text, nights: 2, orEarlier: true },
    flakes: { flaky: 2, nights: 9 },
  }
  const list = testClasses.map((kind) => lineOf(kind, own))
  const accepted = { by: text, why: text, until: null }
  const order = { id: text, at: green.at, by: text, why: text, asked: text, became: text }
  const koji = { task: 1, method: text, state: text, url, fault: text }
  const missing = {
    ...missingImage,
    subvariant: text,
    why: text,
    need: 'usual',
    koji,
    lastCompose: text,
  } as const
  const posts = [{ flavor: text, arch: text, why: text }]
  const sized = [{ name: text, before: 1, after: 2 }]
  return reportOn([...list, { ...lineOf('new', own), accepted }], {
    verdict,
    title: text,
    run: text,
    headline: text,
    lastAnswer: text,
    attention: [text],
    edition: 2,
    amends: { edition: 1, changes: [text] },
    watchedUntil: green.at,
    mode: 'observe',
    compose: { id: text, url, status: text, label: text },
    respinOf: { compose: text, run: text },
    replacedBy: { compose: text, run: text },
    discarded: [{ id: text, status: text }],
    images: {
      expected: 1,
      missing: [missing, { ...missing, accepted }, { ...missing, acceptanceEnded: true }],
      changes: { added: [text], gone: [text], renamed: [text], resized: sized },
      tooLarge: sized,
    },
    changes: { from: text, to: text, packages: null, systems: [], unknown: [text] },
    posts: { done: 0, refused: posts, unknown: posts, partial: posts, vanished: posts },
    orders: orderNames.map((name) => ({ ...order, name })),
    stages: [{ name: text, since: green.at, until: green.at, lastAnswer: text }],
    links: { openqa: url, run: url },
  })
}
