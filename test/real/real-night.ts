import { vi } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { parseJobs } from '../../jobs/results/parse-jobs.ts'
import type { Job } from '../../jobs/results/job.ts'
import { parseReport } from '../../report/report-schema.ts'
import type { Report } from '../../report/report.ts'
import { callerOf, type Caller } from '../contract/openqa/caller.ts'
import { briefCompose, briefly } from '../night/brief.ts'
import { playRawhide } from '../night/play.ts'
import { setStage, type Stage } from '../night/stage.ts'
import { startImageTree } from './image-tree.ts'
import { realOpenQa } from './real-openqa.ts'

/** What became of a night: what Nightjar says, and every job that openQA has of it, earlier tries too. */
export interface PlayedNight {
  readonly report: Report
  readonly mails: number
  readonly jobs: readonly Job[]
}

const date = '2026-06-20'
/** The bug that is known of `base_system_logging` since the day before. */
export const knownBug = 'https://bugzilla.redhat.com/show_bug.cgi?id=1234567'

/** Plays a Rawhide night of the lab with a real openQA, whose workers take about twenty seconds. */
export async function playRealNight(): Promise<PlayedNight> {
  const caller = callerOf(realOpenQa)
  await dayBefore(caller)
  await using lab = await setStage(briefly('real-openqa', [briefCompose()]), date, {
    openqaKey: 'absent',
    arches: ['x86_64', 'aarch64'],
  })
  await using stack = new AsyncDisposableStack()
  const tree = stack.adopt(await startImageTree(lab.lab.tree.url), (started) => started.close())

  await playRawhide(onRealOpenQa(lab, tree.url))

  const report = parseReport((await lab.archive.reportOf(nightId({ stream: 'rawhide', date }))) ?? '')
  const build = report.compose?.id ?? ''
  const jobs = parseJobs((await caller.get('/jobs', { build })).body)
  return { report, mails: lab.lab.inbox.mails().length, jobs }
}

/**
 * A stage whose nights work with the real openQA, and whose images come from a tree that openQA may fetch.
 */
export function onRealOpenQa(stage: Stage, tree: string): Stage {
  const { compose, openqa, patience } = stage.settings
  const allowed_hosts = [new URL(stage.lab.tree.url).host]
  return {
    ...stage,
    settings: {
      ...stage.settings,
      compose: { ...compose, tree: `${tree}/compose`, allowed_hosts },
      openqa: { ...openqa, url: realOpenQa.url },
      patience: {
        ...patience,
        await: { deadlineMs: 1_500_000, lapMs: 10_000, lookMs: 700 },
        callMs: 240_000,
        actMs: 240_000,
      },
    },
  }
}

/** The day before, `base_system_logging` failed and somebody wrote down why. */
async function dayBefore(caller: Caller): Promise<void> {
  const build = 'Fedora-Rawhide-20260619.n.0'
  const product = { DISTRI: 'fedora', VERSION: 'Rawhide', FLAVOR: 'Server-dvd-iso', ARCH: 'x86_64' }
  await caller.act('/isos', { ...product, BUILD: build, TEST: 'base_system_logging' })
  const failed = await vi.waitFor(() => failedJob(caller, build), { timeout: 300_000, interval: 300 })
  await caller.act(`/jobs/${failed.id}/comments`, { text: knownBug })
}

async function failedJob(caller: Caller, build: string): Promise<Job> {
  const jobs = parseJobs((await caller.get('/jobs', { build })).body)
  const failed = jobs.find(({ result }) => result === 'failed')
  if (failed === undefined) throw new Error(`no job of ${build} has failed so far`)
  return failed
}
