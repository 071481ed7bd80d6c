import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseJobs } from '../../jobs/results/parse-jobs.ts'
import type { Job } from '../../jobs/results/job.ts'
import { printed } from '../cli/json/printed.ts'
import { callerOf } from '../contract/openqa/caller.ts'
import { nightjar } from '../night/nightjar.ts'
import { reportOf, statusOf, withOpenNight, type OpenNight } from './open-night.ts'
import { realOpenQa } from './real-openqa.ts'

const caller = callerOf(realOpenQa)

const assetsSchema = z.object({ assets: z.array(z.object({ id: z.int(), name: z.string() })) })

/** Every job of the compose in openQA, earlier tries too. */
async function jobsOf({ compose }: OpenNight): Promise<readonly Job[]> {
  return parseJobs((await caller.get('/jobs', { build: compose })).body)
}

/** The results of every try of each test, the first first. */
function triesIn(jobs: readonly Job[]): Readonly<Record<string, readonly string[]>> {
  const tests = Object.groupBy(
    jobs.toSorted((one, other) => one.id - other.id),
    ({ test: name }) => name,
  )
  return Object.fromEntries(
    Object.entries(tests).map(([name, tries = []]) => [name, tries.map(({ result }) => result)]),
  )
}

function idOf(jobs: readonly Job[], name: string): number {
  return jobs.find(({ test: each }) => each === name)?.id ?? 0
}

/** Deletes the files of a date in openQA, as it does itself to make room; answers how many. */
async function cleanFiles(date: string): Promise<number> {
  const { assets } = assetsSchema.parse((await caller.get('/assets')).body)
  const old = assets.filter(({ name }) => name.includes(date))
  for (const { id } of old) await caller.act(`/assets/${id}`, [], 'DELETE')
  return old.length
}

/** The mails of a night, each as its subject and whether it is in the thread of the first. */
function mailsOf({ stage }: OpenNight) {
  const mails = stage.lab.inbox.mails()
  return mails.map(({ subject, inReplyTo, text }) => ({
    subject,
    text,
    isInThread: inReplyTo === mails[0]?.messageId,
  }))
}

describe.skipIf(realOpenQa.url === '').concurrent('a night with a real openQA that is not green', () => {
  test('runs its failed jobs again by an order, each once, and reports in the thread that both are fixed', async ({
    expect: expectHere,
  }) => {
    await withOpenNight('2026-06-21', 'Server-dvd-iso', async (night) => {
      expect(await reportOf(night)).toMatchObject({ verdict: 'degraded', edition: 1 })
      expect(await statusOf(night)).toBe('RUNNING')
      expect(triesIn(await jobsOf(night))).toEqual({
        install_default_upload: ['passed'],
        base_services_start: ['failed'],
        install_simple_encrypted: ['failed'],
      })

      const rerun = await nightjar(night.stage, 'rerun', night.id, '--why', 'a full disk', '--wait', '--json')

      expect(rerun.code).toBe(0)
      expect(printed('nightjar/order/1', rerun.out)).toMatchObject({
        answer: 'taken',
        newRun: false,
        result: { verdict: 'passed', edition: 2 },
      })
      expect(triesIn(await jobsOf(night))).toEqual({
        install_default_upload: ['passed'],
        base_services_start: ['failed', 'passed'],
        install_simple_encrypted: ['failed', 'passed'],
      })
      const said = (await reportOf(night)).amends?.changes
      expect(said?.[0]).toBe('since the last report: fixed 2, still failing 0')
      await expectHere
        .poll(() => mailsOf(night))
        .toMatchObject([
          { isInThread: false },
          {
            subject: expect.stringContaining('PASSED (amended)'),
            text: expect.stringContaining('since the last report: fixed 2, still failing 0'),
            isInThread: true,
          },
        ])
      await expectHere.poll(() => statusOf(night)).toBe('COMPLETED')
    })
  })

  test('amends its report when a person restarts a job in openQA, whose child was skipped with it', async ({
    expect: expectHere,
  }) => {
    await withOpenNight('2026-06-22', 'Server-boot-iso', async (night) => {
      expect(await reportOf(night)).toMatchObject({ verdict: 'degraded', edition: 1 })
      const before = await jobsOf(night)
      expect(triesIn(before)).toEqual({
        install_default_upload: ['passed'],
        base_services_start: ['failed'],
        base_service_manipulation: ['skipped'],
      })

      await caller.act(`/jobs/${idOf(before, 'base_services_start')}/restart`)

      await expectHere.poll(() => statusOf(night)).toBe('COMPLETED')
      expect(await reportOf(night)).toMatchObject({ verdict: 'passed', edition: 2, orders: [] })
      expect(triesIn(await jobsOf(night))).toEqual({
        install_default_upload: ['passed'],
        base_services_start: ['failed', 'passed'],
        base_service_manipulation: ['skipped', 'passed'],
      })
      await expectHere
        .poll(() => mailsOf(night))
        .toMatchObject([
          { isInThread: false },
          { subject: expect.stringContaining('PASSED (amended)'), isInThread: true },
        ])
    })
  })

  test('says that its jobs cannot be run again once openQA has cleaned their files, and judges nothing anew', async () => {
    await withOpenNight('2026-06-23', 'Server-boot-iso', async (night) => {
      const before = await reportOf(night)
      const jobs = await jobsOf(night)
      expect(await cleanFiles('20260623')).toBeGreaterThan(0)

      const rerun = await nightjar(night.stage, 'rerun', night.id, '--wait', '--json')

      expect(printed('nightjar/order/1', rerun.out)).toMatchObject({
        answer: 'taken',
        became: expect.stringMatching(
          /^not done: they cannot be run again: Job \d+ misses the following mandatory assets: iso\//,
        ),
        result: { verdict: before.verdict, edition: 1 },
      })
      expect(await jobsOf(night)).toEqual(jobs)
      expect(await night.stage.archive.editionsOf(night.id)).toHaveLength(1)
      expect(mailsOf(night)).toHaveLength(1)
      expect(await statusOf(night)).toBe('RUNNING')
    })
  })
})
