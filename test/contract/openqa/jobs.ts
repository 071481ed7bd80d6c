import { describe, expect, test } from 'vitest'
import { postBuild, rawJob } from './builds.ts'
import type { Caller } from './caller.ts'

/** What one job looks like. */
export function jobsContract(caller: () => Caller): void {
  describe('one job', () => {
    test('keys with nothing to say are null or absent, each in its own way', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })

      const job = await rawJob(caller(), build.id('encrypted'))

      expect(job).toMatchObject({
        state: 'scheduled',
        result: 'none',
        clone_id: null,
        blocked_by_id: null,
        t_started: null,
        t_finished: null,
        has_parents: 0,
        parents_ok: 1,
        priority: 20,
      })
      for (const absent of ['origin_id', 'reason', 'assigned_worker_id', 'assets', 'modules']) {
        expect(job).not.toHaveProperty(absent)
      }
    })

    test('dependencies are told from both ends, by kind', async () => {
      const build = await postBuild(caller())
      const none = { Chained: [], 'Directly chained': [], Parallel: [] }
      const id = (name: string) => build.id(name)

      expect(await rawJob(caller(), id('controller'))).toMatchObject({
        has_parents: 1,
        parents: { ...none, Chained: [id('upload')] },
        children: { ...none, Parallel: [id('client')] },
      })
      expect(await rawJob(caller(), id('client'))).toMatchObject({
        parents: { ...none, Parallel: [id('controller')] },
        children: none,
      })
    })

    test('a child is blocked by its parent, a parallel child by the parent of its partner', async () => {
      const build = await postBuild(caller())

      expect(await build.job('selinux')).toMatchObject({
        state: 'scheduled',
        blockedById: build.id('upload'),
      })
      expect(await build.job('client')).toMatchObject({ state: 'scheduled', blockedById: build.id('upload') })
      expect(await build.job('upload')).toMatchObject({ blockedById: null })
    })

    test('its status alone can be asked for', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })
      const id = build.id('encrypted')

      expect(await caller().get(`/experimental/jobs/${id}/status`)).toMatchObject({
        status: 200,
        body: { id, state: 'scheduled', result: 'none', blocked_by_id: null },
      })
    })

    test('its details have test results instead of modules', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })

      expect((await caller().get(`/jobs/${build.id('encrypted')}/details`)).body).toMatchObject({
        job: { testresults: [], logs: [], ulogs: [] },
      })
    })

    test.each(['/jobs/99999999', '/jobs/abc'])('GET %s is a 404 without a word', async (path) => {
      expect(await caller().get(path)).toMatchObject({ status: 404, body: { error_status: 404 } })
    })
  })
}
