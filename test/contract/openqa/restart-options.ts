import { describe, expect, test } from 'vitest'
import { postBuild, rawJob, restartMap } from './builds.ts'
import type { Caller, Parameters } from './caller.ts'

/** What a restart may be told, and why it may be refused. */
export function restartOptionsContract(caller: () => Caller): void {
  const restart = (id: number, form: Parameters = {}) => caller().act(`/jobs/${id}/restart`, form)

  describe('the options of a restart', () => {
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

      expect(Object.keys(restartMap(body))).toEqual([String(build.id('upload'))])
    })

    test('may leave out children that were ok, which it names with null', async () => {
      const build = await postBuild(caller(), { TEST: 'selinux,services' })
      await build.end('upload', 'passed')
      await build.end('selinux', 'passed')
      await build.end('services', 'failed')

      const { body } = await restart(build.id('upload'), { skip_ok_result_children: '1' })

      expect(restartMap(body)).toEqual({
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

      expect(Object.keys(restartMap(body)).map(Number)).toEqual(build.ids)
      expect((await caller().act('/jobs/restart')).body).toMatchObject({ errors: ['No job IDs specified'] })
    })
  })
}
