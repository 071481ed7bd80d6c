import { describe, expect, test } from 'vitest'
import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import { jobsOf, postBuild, rawJob } from './builds.ts'
import type { Caller } from './caller.ts'

/** How openQA runs jobs again by itself. */
export function retryingContract(caller: () => Caller): void {
  describe('openQA itself', () => {
    test('restarts a failed job as often as RETRY says, with a comment', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal', RETRY: '1:flaky' })

      await build.end('encrypted', 'failed')
      const { cloneId } = await build.job('encrypted')
      await caller().act(`/jobs/${cloneId}/set_done`, { result: 'failed' })

      const jobs = await jobsOf(caller(), build.build)
      expect(jobs.map(({ result }) => result)).toEqual(['failed', 'failed'])
      expect(jobs[1]).toMatchObject({ id: cloneId, cloneId: null })
      expect((await caller().get(`/jobs/${build.id('encrypted')}/comments`)).body).toMatchObject([
        {
          text: 'Restarting because RETRY is set to 1 (and only restarted 0 times so far)',
          userName: 'system',
        },
      ])
    })

    test.each(['passed', 'softfailed'])('does not restart a job that %s', async (result) => {
      const build = await postBuild(caller(), { FLAVOR: 'universal', RETRY: '1' })

      await build.end('encrypted', result)

      expect((await jobsOf(caller(), build.build)).length).toBe(1)
    })

    test('restarts what hangs on the job as well: it is cancelled as parallel_restarted, and cloned', async () => {
      const build = await postBuild(caller(), { RETRY: '1' })

      await build.end('upload', 'failed')

      const jobs = await jobsOf(caller(), build.build)
      expect(jobs.find(({ id }) => id === build.id('selinux'))).toMatchObject({
        state: 'cancelled',
        result: 'parallel_restarted',
        cloneId: expect.any(Number),
      })
      expect(await rawJob(caller(), build.id('selinux'))).toMatchObject({ parents_ok: '' })
      expect(buildJobs(jobs).latest.every(({ state }) => state === 'scheduled')).toBe(true)
    })

    test.each([
      ['cache failure: no space', 2],
      ['terminated prematurely: x', 2],
      ['backend died: VNC connection timed out', 2],
      ['tests died: x', 1],
    ])('an incomplete job with the reason "%s" makes %i jobs', async (reason, count) => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })

      await build.end('encrypted', 'incomplete', { reason })

      expect((await jobsOf(caller(), build.build)).length).toBe(count)
      expect(await build.job('encrypted')).toMatchObject({ result: 'incomplete', reason })
    })

    test('a failed job is not restarted for its reason', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })

      await build.end('encrypted', 'failed', { reason: 'cache failure: no space' })

      expect((await jobsOf(caller(), build.build)).length).toBe(1)
    })
  })
}
