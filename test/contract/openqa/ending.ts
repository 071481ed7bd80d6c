import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { newName, postBuild, rawJob } from './builds.ts'
import type { Caller } from './caller.ts'

/** How jobs end, and what becomes of those that hang on them. */
export function endingContract(caller: () => Caller): void {
  const setDone = (id: number, form: Readonly<Record<string, string>>) =>
    caller().act(`/jobs/${id}/set_done`, form)

  describe('the end of a job', () => {
    test('a job may end that no worker ever had; it was never started', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })

      const answer = await setDone(build.id('encrypted'), { result: 'passed' })

      expect(answer).toMatchObject({ status: 200, body: { result: 'passed', reason: null } })
      expect(await rawJob(caller(), build.id('encrypted'))).toMatchObject({
        state: 'done',
        result: 'passed',
        t_started: null,
        t_finished: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
      })
    })

    test('the result may come in the query', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })
      const target = `/api/v1/jobs/${build.id('encrypted')}/set_done?result=softfailed`

      await caller().send(target, { method: 'POST', headers: caller().sign(target) })

      expect(await build.standing()).toEqual({ encrypted: 'done/softfailed' })
    })

    test('a job that ended keeps its result, and takes a reason it had not', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })
      await build.end('encrypted', 'passed')

      const answer = await setDone(build.id('encrypted'), { result: 'failed', reason: 'late' })

      expect(answer.body).toEqual({ result: 'passed', reason: 'late' })
      expect(await build.job('encrypted')).toMatchObject({ result: 'passed', reason: 'late' })
    })

    test('without a result a job without modules is incomplete', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })

      await setDone(build.id('encrypted'), {})

      expect(await build.job('encrypted')).toMatchObject({
        result: 'incomplete',
        reason: 'no test modules scheduled/uploaded',
      })
    })

    test('a result that openQA does not know is refused', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })

      expect(await setDone(build.id('encrypted'), { result: 'bogus' })).toMatchObject({
        status: 400,
        body: { error_status: 400 },
      })
      expect(await build.standing()).toEqual({ encrypted: 'scheduled/none' })
    })

    test.each(['set_done', 'cancel'])('%s of a job that is not there is a 404 in words', async (act) => {
      expect(await caller().act(`/jobs/99999999/${act}`, { result: 'passed' })).toMatchObject({
        status: 404,
        body: { error: 'Job does not exist', error_status: 404 },
      })
    })
  })

  describe('what hangs on it', () => {
    test.each(['passed', 'softfailed'])('a parent that %s frees its children', async (result) => {
      const build = await postBuild(caller())

      await build.end('upload', result)

      expect(await build.job('selinux')).toMatchObject({ state: 'scheduled', blockedById: null })
      expect(await build.job('client')).toMatchObject({ state: 'scheduled', blockedById: null })
    })

    test.each(['failed', 'incomplete', 'timeout_exceeded'])(
      'a parent that is %s has its children skipped, and the partners of its children',
      async (result) => {
        const build = await postBuild(caller())

        await build.end('upload', result)

        expect(await build.standing()).toMatchObject({
          upload: `done/${result}`,
          selinux: 'cancelled/skipped',
          services: 'cancelled/skipped',
          controller: 'cancelled/skipped',
          client: 'cancelled/skipped',
          'install@64bit': 'scheduled/none',
        })
      },
    )

    test('a skipped job has an empty string for parents_ok, a failed one 1 while its parents are', async () => {
      const build = await postBuild(caller(), { TEST: 'selinux' })
      const failed = await postBuild(caller(), { TEST: 'selinux' })
      await build.end('upload', 'failed')
      await failed.end('upload', 'passed')
      await failed.end('selinux', 'failed')

      expect(await rawJob(caller(), build.id('selinux'))).toMatchObject({ parents_ok: '' })
      expect(await rawJob(caller(), failed.id('selinux'))).toMatchObject({ parents_ok: 1 })
    })

    test('a parallel child that fails takes its partner along, not the siblings', async () => {
      const build = await postBuild(caller())
      await build.end('upload', 'passed')

      await build.end('client', 'failed')

      expect(await build.standing()).toMatchObject({
        client: 'done/failed',
        controller: 'cancelled/skipped',
        selinux: 'scheduled/none',
      })
      expect(await rawJob(caller(), build.id('client'))).toMatchObject({ parents_ok: 0 })
    })
  })

  describe('cancelling', () => {
    test('a job that waits is cancelled with its children, which keep the blocker they had', async () => {
      const build = await postBuild(caller())

      const answer = await caller().act(`/jobs/${build.id('upload')}/cancel`, { reason: 'because' })

      expect(answer).toMatchObject({ status: 200, body: { result: null } })
      expect(await build.job('upload')).toMatchObject({
        state: 'cancelled',
        result: 'user_cancelled',
        reason: 'because',
        finishedAt: expect.any(String),
      })
      expect(await build.job('selinux')).toMatchObject({
        state: 'cancelled',
        result: 'skipped',
        blockedById: build.id('upload'),
      })
    })

    test('a job that has ended is not changed', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })
      await build.end('encrypted', 'passed')

      expect(await caller().act(`/jobs/${build.id('encrypted')}/cancel`)).toMatchObject({
        body: { result: null },
      })
      expect(await build.standing()).toEqual({ encrypted: 'done/passed' })
    })

    test('jobs are cancelled by their settings; some are counted twice', async () => {
      const build = await postBuild(caller())

      const { body } = await caller().act('/jobs/cancel', { BUILD: build.build })

      expect(z.object({ result: z.int() }).parse(body).result).toBeGreaterThanOrEqual(7)
      expect((await caller().act('/jobs/cancel', { BUILD: newName() })).body).toEqual({ result: 0 })
      expect(new Set(Object.values(await build.standing()))).toEqual(new Set(['cancelled/user_cancelled']))
    })
  })

  describe('deleting', () => {
    test('a job is gone for good, and its number is not given again', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })
      const [id = 0] = build.ids

      const answer = await caller().act(`/jobs/${id}`, [], 'DELETE')

      expect(answer).toMatchObject({ status: 200, body: { result: 1 } })
      expect((await caller().get(`/jobs/${id}`)).status).toBe(404)
      expect(await caller().act(`/jobs/${id}`, [], 'DELETE')).toMatchObject({ status: 404 })
      const next = await postBuild(caller(), { FLAVOR: 'universal' })
      expect(next.ids[0]).toBeGreaterThan(id)
    })
  })
}
