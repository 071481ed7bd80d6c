import { describe, expect, test } from 'vitest'
import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import { jobsOf, postBuild, rawJob, restartMap } from './builds.ts'
import type { Caller, Parameters } from './caller.ts'

/** How jobs are run again by someone. */
export function restartingContract(caller: () => Caller): void {
  const restart = (id: number, form: Parameters = {}) => caller().act(`/jobs/${id}/restart`, form)

  describe('a restart', () => {
    test('of a failed parent brings all that hangs on it, as a map of old to new', async () => {
      const build = await postBuild(caller())
      await build.end('upload', 'failed')

      const { status, body } = await restart(build.id('upload'))

      const jobs = await jobsOf(caller(), build.build)
      const cluster = ['upload', 'services', 'selinux', 'controller', 'client']
      const clones = cluster.map((name) => [
        build.id(name),
        jobs.find(({ id }) => id === build.id(name))?.cloneId,
      ])
      expect(status).toBe(200)
      expect(restartMap(body)).toEqual(Object.fromEntries(clones))
      expect(body).toMatchObject({
        test_url: [{ [build.id('upload')]: expect.stringMatching(/^\/tests\/\d+$/) }],
      })
      expect(buildJobs(jobs).latest.filter(({ state }) => state === 'scheduled').length).toBe(7)
    })

    test('links origin and clone both ways; the clone depends on clones', async () => {
      const build = await postBuild(caller(), { TEST: 'selinux' })
      await build.end('upload', 'failed')
      await restart(build.id('upload'))

      const { clone_id: upload } = await rawJob(caller(), build.id('upload'))
      const { clone_id: selinux } = await rawJob(caller(), build.id('selinux'))

      expect(await rawJob(caller(), Number(upload))).toMatchObject({
        origin_id: build.id('upload'),
        state: 'scheduled',
        children: { Chained: [selinux] },
      })
      expect(await rawJob(caller(), Number(selinux))).toMatchObject({
        origin_id: build.id('selinux'),
        blocked_by_id: upload,
        parents: { Chained: [upload] },
      })
    })

    test('of a leaf leaves its passed parent alone, and hangs the clone on it', async () => {
      const build = await postBuild(caller(), { TEST: 'selinux' })
      await build.end('upload', 'passed')
      await build.end('selinux', 'failed')

      const { body } = await restart(build.id('selinux'))

      const { clone_id: clone } = await rawJob(caller(), build.id('selinux'))
      expect(restartMap(body)).toEqual({ [build.id('selinux')]: clone })
      expect(await rawJob(caller(), Number(clone))).toMatchObject({
        parents: { Chained: [build.id('upload')] },
        blocked_by_id: null,
      })
    })

    test('of a skipped leaf brings its failed parent, not the siblings', async () => {
      const build = await postBuild(caller(), { TEST: 'selinux,services' })
      await build.end('upload', 'failed')

      const { body } = await restart(build.id('selinux'))

      expect(Object.keys(restartMap(body))).toEqual([String(build.id('upload')), String(build.id('selinux'))])
    })

    test('of one parallel partner brings the other', async () => {
      const build = await postBuild(caller(), { TEST: 'client' })
      await build.end('upload', 'passed')
      await build.end('client', 'failed')

      const { body } = await restart(build.id('client'))

      expect(Object.keys(restartMap(body)).map(Number)).toEqual(
        [build.id('controller'), build.id('client')].toSorted((one, other) => one - other),
      )
    })

    test('of a job that was restarted before is refused in a 200, so it is safe to repeat', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })
      await build.end('encrypted', 'failed')
      await restart(build.id('encrypted'))

      const { status, body } = await restart(build.id('encrypted'))

      const { cloneId } = await build.job('encrypted')
      expect(status).toBe(200)
      expect(body).toEqual({
        result: [],
        test_url: [],
        errors: [`Specified job ${build.id('encrypted')} has already been cloned as ${cloneId}`],
      })
      expect((await jobsOf(caller(), build.build)).length).toBe(2)
    })

    test('of a job that waits, or of none, does nothing and says nothing', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })

      expect(await restart(build.id('encrypted'))).toMatchObject({
        status: 200,
        body: { result: [], test_url: [] },
      })
      expect((await restart(99_999_999)).body).toEqual({ result: [], test_url: [] })
    })
  })
}
