import { describe, expect, test, vi } from 'vitest'
import { openQa } from '../../clients/openqa/openqa.ts'
import { UnknownOutcome } from '../../clients/unknown-outcome.ts'
import { isStanding } from '../../jobs/results/others-jobs.ts'
import { parseJobs } from '../../jobs/results/parse-jobs.ts'
import { readPostAnswer } from '../../jobs/plan/post-answer.ts'
import { markerSetting } from '../../jobs/plan/marker.ts'
import { postedJobs } from '../../sources/openqa/posted-jobs.ts'
import { callerOf } from '../contract/openqa/caller.ts'
import { reportOf, withOpenNight } from './open-night.ts'
import { realOpenQa } from './real-openqa.ts'

const caller = callerOf(realOpenQa)

/** A post as fedora_openqa makes it. */
const theirs = {
  DISTRI: 'fedora',
  VERSION: 'Rawhide',
  FLAVOR: 'Server-boot-iso',
  ARCH: 'x86_64',
  _OBSOLETE: '1',
  _ONLY_OBSOLETE_SAME_BUILD: '1',
}

const patiently = { timeout: 120_000, interval: 1000 }

/** openQA ends a connection after some requests; a post on it gets no answer, and the night looks. */
function lostAnswer(error: unknown): void {
  if (!(error instanceof UnknownOutcome)) throw error
}

async function jobsOf(build: string) {
  return parseJobs((await caller.get('/jobs', { build })).body)
}

describe.skipIf(realOpenQa.url === '')('beside another scheduler on a real openQA', () => {
  test('a compose of which it posted another flavor is left to it, and the report says so', async () => {
    const build = 'Fedora-Rawhide-20260627.n.0'
    const posted = await caller.act('/isos', { ...theirs, BUILD: build })
    expect(readPostAnswer(posted.body)).toMatchObject({ kind: 'scheduled' })

    await withOpenNight('2026-06-27', 'Server-dvd-iso', async (night) => {
      const jobs = await jobsOf(build)
      expect(night.compose).toBe(build)
      expect(jobs.length).toBeGreaterThan(0)
      expect(jobs.filter(({ marker }) => marker !== '')).toEqual([])
      const report = await reportOf(night)
      expect(report.mode).toBe('observe')
      expect(report.stages.find(({ name }) => name === 'schedule')?.lastAnswer).toMatch(
        /^observing: openQA's jobs were posted by another scheduler \((?:one job|\d+ jobs) without Nightjar's marker/,
      )
      expect(night.stage.lab.inbox.mails()[0]?.text.replaceAll(/\s+/g, ' ')).toContain(
        "Nightjar only watches here: openQA's jobs were posted by another scheduler",
      )
    })
  })

  test('where both post at the same moment, theirs stand, and a look finds them', async () => {
    const client = openQa({ ...realOpenQa, deadlineMs: 240_000 })
    const rounds = Array.from({ length: 4 }, (_, nth) => `Fedora-Rawhide-2026062${nth}.n.9`)
    for (const build of rounds) {
      const settings = { ...theirs, BUILD: build }
      const ours = {
        DISTRI: 'fedora',
        VERSION: 'Rawhide',
        FLAVOR: 'Server-boot-iso',
        ARCH: 'x86_64',
        BUILD: build,
      }
      const post = {
        flavor: 'Server-boot-iso',
        arch: 'x86_64',
        settings: { ...ours, [markerSetting]: 'g1_race' },
      }

      await Promise.all([client.post(post.settings).catch(lostAnswer), caller.act('/isos', settings)])

      const jobs = await jobsOf(build)
      const their = jobs.filter(({ marker }) => marker === '')
      expect(their.length).toBeGreaterThan(0)
      expect(their.filter((job) => !isStanding(job))).toEqual([])
      await vi.waitFor(async () => expect(await postedJobs(client, post)).not.toBeNull(), patiently)
    }
  })
})
