import type { ReportInput } from '../../activities/report-activities.ts'

/** What the report of a Rawhide night without a compose is made of, but for what a test says of it. */
export function reportInput(date: string, otherwise: Partial<ReportInput> = {}): ReportInput {
  return {
    night: { stream: 'rawhide', date },
    workflowId: `nightly/rawhide/${date}`,
    outcome: 'absent',
    why: 'no compose came',
    compose: null,
    status: '',
    discarded: [],
    respinOf: null,
    unansweredSince: null,
    plan: null,
    mode: 'post',
    posts: [],
    jobs: null,
    refusedRestarts: [],
    stages: [],
    at: `${date}T11:00:00.000Z`,
    nth: 1,
    ...otherwise,
  }
}
