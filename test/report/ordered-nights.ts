import { buildJobs } from '../../jobs/results/build-jobs.ts'
import { scenarioOf } from '../../jobs/results/lineage.ts'
import type { NightFacts } from '../../report/facts.ts'
import { makeReport } from '../../report/make-report.ts'
import type { Acceptance, NightOrder } from '../../report/order.ts'
import { jobOf } from '../jobs/job-of.ts'
import { at, before, green, pastOf } from './green-night.ts'

/** A required test that failed. */
export const failing = jobOf({
  id: 4501,
  test: 'base_selinux',
  flavor: 'Server-dvd-iso',
  result: 'failed',
  failedModules: ['base_selinux'],
})

const kde = { subvariant: 'KDE', type: 'live', arch: 'x86_64' }

/** An order of tonight. */
export function orderOf(what: Partial<NightOrder> = {}): NightOrder {
  return {
    id: 'order-1',
    name: 'accept',
    at: at('11:30:00'),
    by: 'ada',
    why: 'rhbz#1234567',
    asked: 'accept test:base_selinux until 2026-12-01',
    became: 'accepted 1 failure',
    ...what,
  }
}

/** What a person said of {@link failing}. */
export function acceptanceOf(what: Partial<Acceptance> = {}): Acceptance {
  return {
    order: 'order-1',
    run: green.workflowId,
    kind: 'test',
    name: scenarioOf(failing),
    modules: ['base_selinux'],
    by: 'ada',
    why: 'rhbz#1234567',
    at: at('11:30:00'),
    until: '2026-12-01',
    ...what,
  }
}

/** What a person said of the image that {@link failingNight} lacks. */
export function imageAcceptance(what: Partial<Acceptance> = {}): Acceptance {
  return acceptanceOf({ kind: 'image', name: 'KDE live x86_64', modules: [], until: null, ...what })
}

/** A night that is broken by a test and a missing image, as the night before was. */
export const failingNight: NightFacts = {
  ...green,
  jobs: buildJobs([...green.jobs.every, failing]),
  images: { expected: 10, missing: [{ ...kde, blocking: true, why: 'a desktop', koji: null }] },
  before: {
    ...before,
    past: {
      kind: 'known',
      nights: [
        pastOf([...green.jobs.every, { ...failing, id: 1 }], '2026-11-23'),
        pastOf(
          [...green.jobs.every, jobOf({ ...failing, id: 1, result: 'passed', failedModules: [] })],
          '2026-11-22',
        ),
      ],
    },
    baselineCompose: 'Fedora-Rawhide-20261123.n.0',
    baselineImages: [],
  },
}

/** Nights of which people ordered something. */
export const orderedNights: Readonly<Record<string, NightFacts>> = {
  accepted: {
    ...failingNight,
    edition: 2,
    previous: makeReport(failingNight),
    at: at('11:31:00'),
    orders: [orderOf()],
    acceptances: [acceptanceOf(), imageAcceptance()],
    publishBy: true,
  },
  'acceptance-ended': {
    ...failingNight,
    acceptances: [
      acceptanceOf({ run: 'nightly/rawhide/2026-11-20', until: '2026-11-23' }),
      imageAcceptance({ run: 'nightly/rawhide/2026-11-23' }),
    ],
  },
  rerun: {
    ...failingNight,
    images: green.images,
    jobs: buildJobs([
      ...green.jobs.every,
      { ...failing, cloneId: 4502 },
      jobOf({ id: 4502, test: failing.test, flavor: failing.flavor }),
    ]),
    edition: 2,
    previous: makeReport({ ...failingNight, images: green.images }),
    at: at('13:05:00'),
    orders: [
      orderOf({
        id: 'order-0',
        name: 'extend',
        at: at('10:00:00'),
        why: null,
        asked: 'extend the stage by 4 h',
        became: 'await now ends at 19:10 UTC',
      }),
      orderOf({
        name: 'rerun',
        why: 'openQA was full',
        asked: 'run what failed again',
        became: 'fixed 1, still failing 0',
      }),
    ],
  },
}
