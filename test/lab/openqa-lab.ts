import { onTestFinished } from 'vitest'

import { authorization } from '../../clients/openqa/openqa-signature.ts'
import { openQa, type OpenQa } from '../../clients/openqa/openqa.ts'
import type { Job } from '../../jobs/results/job.ts'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import { parseJobs } from '../../jobs/results/parse-jobs.ts'
import { readPostAnswer } from '../../jobs/plan/post-answer.ts'
import { startLabOpenQa, type LabOpenQa, type LabOpenQaOptions } from '../../lab/openqa/server.ts'
import templates from '../contract/openqa/templates.json' with { type: 'json' }

/** A lab's openQA whose time is moved by the test. */
export interface TimedLab {
  readonly lab: LabOpenQa
  readonly client: OpenQa
  /** Moves time on to a minute. */
  readonly at: (minute: number) => void
  /** Posts a product and gives its ids. */
  readonly post: (settings?: Readonly<Record<string, string>>) => Promise<readonly number[]>
  /** Every job of the build `B`. */
  readonly jobs: () => Promise<readonly Job[]>
  /** `state/result` of the jobs that count, by test. */
  readonly standing: () => Promise<Readonly<Record<string, string>>>
}

/** Starts one with the contract's few templates; the test that started it closes it. */
export async function timedLab(
  options: Partial<LabOpenQaOptions> = {},
  deadlineMs = 120_000,
): Promise<TimedLab> {
  let minute = 0
  const clock = { now: () => minute, realMs: (minutes: number) => minutes * 60_000 }
  const key = { key: 'k', secret: 's' }
  const lab = await startLabOpenQa({
    clock,
    ...key,
    templates,
    jobMinutes: 10,
    outcomes: () => [],
    ...options,
  })
  onTestFinished(() => lab.close())
  const client = openQa({ url: lab.url, ...key, deadlineMs })
  const jobs = async () =>
    parseJobs(await client.jobsOf({ build: 'B', flavor: 'Server-dvd-iso', arch: 'x86_64' }))
  return {
    lab,
    client,
    at: (to) => {
      minute = to
    },
    post: async (settings = {}) => {
      const answer = readPostAnswer(await client.post({ ...usual, ...settings }))
      return answer.kind === 'scheduled' ? answer.ids : []
    },
    jobs,
    standing: async () =>
      Object.fromEntries(
        buildJobs(await jobs()).latest.map(({ test, state, result }) => [test, `${state}/${result}`]),
      ),
  }
}

/** Acts as an operator would, with the lab's key. */
export async function actOn(url: string, path: string, form: string): Promise<void> {
  const target = `/api/v1${path}`
  const headers = {
    ...authorization({ key: 'k', secret: 's' }, target, Date.now()),
    'Content-Type': 'application/x-www-form-urlencoded',
  }
  await fetch(`${url}${target}`, { method: 'POST', headers, body: form })
}

const usual = { DISTRI: 'fedora', VERSION: 'Rawhide', FLAVOR: 'Server-dvd-iso', ARCH: 'x86_64', BUILD: 'B' }
