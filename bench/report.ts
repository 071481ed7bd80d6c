import { buildJobs } from '../jobs/results/build-jobs.ts'
import { nothingKnown } from '../jobs/compare/before.ts'
import { pastNightOf } from '../jobs/compare/past-night-of.ts'
import type { Job } from '../jobs/results/job.ts'
import { settingsOf } from '../workers/config/config.ts'
import { standardsOf } from '../workers/config/standards.ts'
import type { NightFacts } from '../report/facts.ts'
import { renderJson } from '../report/json.ts'
import { makeReport } from '../report/make-report.ts'
import { renderText } from '../report/text/text.ts'

const tests = 1000
const nights = 30
const repeats = 25

/**
 * How long it takes to compare a night of 1,000 tests with 30 nights before, and to render its text and JSON;
 * the middle of many times, in ms.
 */
export function reportBench(): readonly (readonly string[])[] {
  const facts = factsOf(tests, nights)
  const times = Array.from({ length: repeats }, () => {
    const since = performance.now()
    const report = makeReport(facts)
    renderText(report)
    renderJson(report)
    return performance.now() - since
  })
  const middle = times.toSorted((a, b) => a - b)[Math.floor(repeats / 2)] ?? Number.NaN
  return [[`${tests} tests beside ${nights} nights, text and JSON`, `${middle.toFixed(0)} ms`, '150 ms']]
}

const compose = 'Fedora-Rawhide-20261124.n.0'

const plain: Omit<NightFacts, 'before' | 'jobs'> = {
  night: { stream: 'rawhide', date: '2026-11-24' },
  title: 'Rawhide',
  workflowId: 'nightly/rawhide/2026-11-24',
  outcome: 'tested',
  why: '',
  compose: {
    id: compose,
    url: `https://kojipkgs.fedoraproject.org/compose/rawhide/${compose}`,
    status: 'FINISHED',
    label: null,
  },
  unansweredSince: null,
  watchedUntil: null,
  respinOf: null,
  replacedBy: null,
  discarded: [],
  images: { expected: 0, missing: [] },
  allImages: [],
  explanations: {},
  changes: null,
  standards: standardsOf(settingsOf({ file: null, text: '' }, {}))('rawhide'),
  warnings: [],
  mode: 'post',
  posts: [],
  refusedRestarts: [],
  awaited: 'settled',
  bugs: {},
  orders: [],
  acceptances: [],
  publishBy: false,
  program: '0.1.0',
  stages: [],
  openqaUrl: 'https://openqa.fedoraproject.org',
  runUrl: null,
  at: '2026-11-24T12:00:00.000Z',
  edition: 1,
  previous: null,
}

function factsOf(count: number, before: number): NightFacts {
  const past = Array.from({ length: before }, (_, nth) => {
    const id = `Fedora-Rawhide-20261023.n.${before - nth}`
    const night = { run: `nightly/rawhide/${nth}`, edition: 1, compose: id, date: null }
    return pastNightOf(night, buildJobs(jobsOf(count, nth + 1)))
  })
  return {
    ...plain,
    before: { ...nothingKnown(''), past: { kind: 'known', nights: past } },
    jobs: buildJobs(jobsOf(count, 0)),
  }
}

/** The jobs of a night: one of seven fails, others on other nights. */
function jobsOf(count: number, night: number): readonly Job[] {
  return Array.from({ length: count }, (_, nth) => {
    const test = `test_${nth}`
    const failed = (nth + night) % 7 === 0
    return {
      id: nth + 1,
      distri: 'fedora',
      test,
      flavor: `flavor_${nth % 20}`,
      arch: 'x86_64',
      machine: '64bit',
      build: '',
      state: 'done',
      result: failed ? 'failed' : 'passed',
      cloneId: null,
      blockedById: null,
      reason: '',
      marker: '',
      failedModules: failed ? [test] : [],
      startedAt: null,
      finishedAt: null,
    }
  })
}
