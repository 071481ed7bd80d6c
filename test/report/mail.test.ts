import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { buildJobs } from '../../jobs/results/build-jobs.ts'
import { makeReport } from '../../report/make-report.ts'
import type { NightFacts } from '../../report/facts.ts'
import { letterOf } from '../../report/letter.ts'
import { jobOf } from '../jobs/job-of.ts'
import { green } from './green-night.ts'
import { nights } from './nights.ts'

const addresses = {
  from: 'Nightjar <nightjar@example.org>',
  to: ['test-reports@lists.example.org'],
  domain: 'nightjar.example.org',
  listId: 'Nightjar <reports.nightjar.example.org>',
}

test.each(Object.entries(nights))('the mail on a night that is %s', async (name, facts) => {
  const letter = letterOf(makeReport(facts), addresses)

  await expect(`Subject: ${letter.subject}\n\n${letter.text}`).toMatchFileSnapshot(`golden/${name}.txt`)
})

test('the same facts make the same mail', () => {
  expect(letterOf(makeReport(green), addresses)).toEqual(letterOf(makeReport({ ...green }), addresses))
})

test('an amended report answers to the first of its night', () => {
  const first = letterOf(makeReport(green), addresses)
  const second = letterOf(makeReport({ ...green, edition: 2 }), addresses)

  expect(first.messageId).toBe('<nightly.rawhide.2026-11-24.final@nightjar.example.org>')
  expect(first.inReplyTo).toBeNull()
  expect(second.messageId).toBe('<nightly.rawhide.2026-11-24.amended-2@nightjar.example.org>')
  expect(second.inReplyTo).toBe(first.messageId)
})

test('no text from outside breaks a line, a header or the width of the mail', () => {
  // Made from code points directly: fast-check takes seconds to build its own table of them.
  const hostile = fc
    .array(fc.oneof(fc.nat({ max: 0x2fff }), fc.nat({ max: 0x10ffff })), { maxLength: 400 })
    .map((points) => String.fromCodePoint(...points))
  fc.assert(
    fc.property(
      hostile,
      fc.constantFrom('failed', 'softfailed', 'skipped', 'incomplete', 'odd'),
      (text, result) => {
        const { subject, text: body } = letterOf(makeReport(saying(text, result)), addresses)

        expect(subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
        expect(body).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]|[^\P{Cc}\n]/u)
        const own = body.split('\n').filter((line) => !/https?:\/\/\S+/.test(line))
        expect(Math.max(...own.map((line) => Array.from(line).length))).toBeLessThanOrEqual(72)
      },
    ),
  )
})

/** A night in which everything that comes from outside says one text. */
function saying(text: string, result: string): NightFacts {
  const job = jobOf({
    id: 1,
    test: text,
    flavor: text,
    arch: text,
    machine: text,
    result,
    reason: text,
    failedModules: [text],
  })
  const koji = { task: 1, method: text, url: text, state: text, fault: text }
  return {
    ...green,
    title: text,
    why: text,
    compose: { id: text, url: text, status: text, label: text },
    discarded: [{ id: text, status: text }],
    images: {
      expected: 2,
      missing: [{ subvariant: text, type: text, arch: text, blocking: true, why: text, koji }],
    },
    posts: [{ kind: 'refused', flavor: text, arch: text, why: text }],
    jobs: buildJobs([job]),
    bugs: { '1': [text] },
    stages: [{ name: text, since: green.at, until: text, lastAnswer: text }],
    runUrl: text,
    workflowId: text,
  }
}
