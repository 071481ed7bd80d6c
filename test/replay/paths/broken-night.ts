import type { NightResult } from '../../../workflows/night-run.ts'
import { compose, written } from '../usual-answers.ts'

/** Why a person gives an order. */
export const why = 'rhbz#1234567'
const test = 'base_selinux'
/** What the report holds against the compose. */
export const problem = {
  kind: 'test',
  test,
  scenario: `Server-dvd-iso x86_64 ${test}@64bit`,
  modules: ['selinux'],
} as const
/** A report on it. */
export const broken = { ...written('tested', 'broken'), problems: [problem], notOk: 1 }
/** A night that has ended, with a failure. */
export const ended: NightResult = {
  outcome: 'tested',
  verdict: 'broken',
  compose,
  subject: 'the night ended broken',
  edition: 1,
  delivery: 'delivery/nightly/rawhide/2026-05-10/1/mail',
  left: {
    ending: {
      outcome: 'tested',
      why: '9 of 9 jobs done',
      compose,
      status: 'FINISHED',
      discarded: [],
      plan: 'the-plan',
      mode: 'post',
      posts: [],
      jobs: 'ended-jobs',
    },
    stages: [],
    orders: [],
    digest: 'broken',
    jobsHash: null,
    problems: [problem],
    notOk: 1,
  },
}
