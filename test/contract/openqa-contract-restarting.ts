import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { countingJobs } from '../../jobs/lineage.ts'
import { jobsOf, postBuild, rawJob } from './openqa-builds.ts'
import type { Caller, Parameters } from './openqa-caller.ts'

const answered = z.object({ result: z.array(z.record(z.string(), z.int().nullable())) })

/** The old ids of a restart, as text, with their new ones. */
function mapOf(body: unknown): Readonly<Record<string, number | null>> {
  return Object.fromEntries(answered.parse(body).result.flatMap((map) => Object.entries(map)))
}

/** How jobs are run again, by someone and by openQA itself. */
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
      expect(mapOf(body)).toEqual(Object.fromEntries(clones))
      expect(body).toMatchObject({
        test_url: [{ [build.id('upload')]: expect.stringMatching(/^\/tests\/\d+$/) }],
      })
      expect(countingJobs(jobs).filter(({ state }) => state === 'scheduled').length).toBe(7)
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
      expect(mapOf(body)).toEqual({ [build.id('selinux')]: clone })
      expect(await rawJob(caller(), Number(clone))).toMatchObject({
        parents: { Chained: [build.id('upload')] },
        blocked_by_id: null,
      })
    })

    test('of a skipped leaf brings its failed parent, not the siblings', async () => {
      const build = await postBuild(caller(), { TEST: 'selinux,services' })
      await build.end('upload', 'failed')

      const { body } = await restart(build.id('selinux'))

      expect(Object.keys(mapOf(body))).toEqual([String(build.id('upload')), String(build.id('selinux'))])
    })

    test('of one parallel partner brings the other', async () => {
      const build = await postBuild(caller(), { TEST: 'client' })
      await build.end('upload', 'passed')
      await build.end('client', 'failed')

      const { body } = await restart(build.id('client'))

      expect(Object.keys(mapOf(body)).map(Number)).toEqual(
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

    test('may change settings and priority', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal', COLOUR: 'red' })
      await build.end('encrypted', 'failed')
      await restart(build.id('encrypted'), [
        ['set', 'COLOUR=blue=green'],
        ['set', 'SHAPE=round'],
        ['prio', '5'],
      ])

      const { cloneId } = await build.job('encrypted')

      expect(await rawJob(caller(), cloneId ?? 0)).toMatchObject({
        priority: 5,
        settings: { COLOUR: 'blue=green', SHAPE: 'round', NAME: expect.stringContaining(String(cloneId)) },
      })
    })

    test('may leave the children out', async () => {
      const build = await postBuild(caller(), { TEST: 'selinux' })
      await build.end('upload', 'passed')

      const { body } = await restart(build.id('upload'), { skip_children: '1' })

      expect(Object.keys(mapOf(body))).toEqual([String(build.id('upload'))])
    })

    test('may leave out children that were ok, which it names with null', async () => {
      const build = await postBuild(caller(), { TEST: 'selinux,services' })
      await build.end('upload', 'passed')
      await build.end('selinux', 'passed')
      await build.end('services', 'failed')

      const { body } = await restart(build.id('upload'), { skip_ok_result_children: '1' })

      expect(mapOf(body)).toEqual({
        [build.id('upload')]: expect.any(Number),
        [build.id('services')]: expect.any(Number),
        [build.id('selinux')]: null,
      })
      expect(body).toMatchObject({ test_url: [{ [build.id('selinux')]: '/tests/' }] })
    })

    test('of a job whose file is gone is refused in a 200, unless it is forced', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal', ISO: 'missing.iso' })
      await build.end('encrypted', 'failed')
      const words = expect.stringContaining('misses the following mandatory assets: iso/missing.iso')

      expect((await restart(build.id('encrypted'))).body).toEqual({
        result: [],
        test_url: [],
        enforceable: 1,
        errors: [words],
      })
      expect((await restart(build.id('encrypted'), { force: '1' })).body).toMatchObject({
        result: [{ [build.id('encrypted')]: expect.any(Number) }],
        warnings: [words],
      })
    })

    test('with a setting that is none is refused', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })

      expect(await restart(build.id('encrypted'), { set: 'nothing' })).toMatchObject({
        status: 400,
        body: { error: 'Erroneous parameters (set invalid)' },
      })
    })

    test('of several jobs takes them all', async () => {
      const build = await postBuild(caller(), { TEST: 'install' })
      await build.end('install@64bit', 'failed')
      await build.end('install@uefi', 'failed')

      const { body } = await caller().act(
        '/jobs/restart',
        build.ids.map((id) => ['jobs', String(id)] as const),
      )

      expect(Object.keys(mapOf(body)).map(Number)).toEqual(build.ids)
      expect((await caller().act('/jobs/restart')).body).toMatchObject({ errors: ['No job IDs specified'] })
    })
  })

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
      expect(countingJobs(jobs).every(({ state }) => state === 'scheduled')).toBe(true)
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
