import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readJobIds } from './readers.ts'
import { newName, postBuild } from './builds.ts'
import type { Caller } from './caller.ts'

const overviewSchema = z.array(z.object({ id: z.int(), name: z.string() }))

/** How jobs are found again: by a marker, by the overview, by their group. */
export function findingContract(caller: () => Caller): void {
  const find = async (key: string, value: string) =>
    readJobIds((await caller().get('/job_settings/jobs', { key, list_value: value })).body)
  const overview = async (query: Readonly<Record<string, string>>) =>
    overviewSchema.parse((await caller().get('/jobs/overview', query)).body)

  describe('finding by a setting', () => {
    test('the jobs of a post are found by its marker, newest first', async () => {
      const marker = newName()
      const { ids } = await postBuild(caller(), { NIGHTJAR: marker })

      const { body } = await caller().get('/job_settings/jobs', { key: 'NIGHTJAR', list_value: marker })

      expect(body).toEqual({ jobs: ids.toReversed() })
    })

    test('a marker that nobody posted finds nothing', async () => {
      expect(await find('NIGHTJAR', newName())).toEqual([])
    })

    test('a clone has the marker of its origin', async () => {
      const marker = newName()
      const build = await postBuild(caller(), { FLAVOR: 'universal', NIGHTJAR: marker })
      await build.end('encrypted', 'failed')
      await caller().act(`/jobs/${build.id('encrypted')}/restart`)

      expect((await find('NIGHTJAR', marker)).length).toBe(2)
    })

    test('a part of a value finds nothing, one of a list with commas does', async () => {
      const [one, two] = [newName(), newName()]
      await postBuild(caller(), { FLAVOR: 'universal', NIGHTJAR: `${one},${two}` })

      expect((await find('NIGHTJAR', two)).length).toBe(1)
      expect(await find('NIGHTJAR', two.slice(0, -1))).toEqual([])
    })

    test('a key may have a star', async () => {
      const marker = newName()
      await postBuild(caller(), { FLAVOR: 'universal', NIGHTJAR: marker })

      expect((await find('NIGHT*', marker)).length).toBe(1)
    })

    test('what names a job is not found as a setting', async () => {
      const { build } = await postBuild(caller(), { FLAVOR: 'universal' })

      expect(await find('BUILD', build)).toEqual([])
    })

    test.each([
      ['NIGHTJAR', 'nightly/rawhide', 'list_value invalid'],
      ['NIGHTJAR', 'a-b', 'list_value invalid'],
      ['NIGHTJAR', 'a.b', 'list_value invalid'],
      ['A-B', 'ab', 'key invalid'],
    ])('%s=%s is not looked up: %s', async (key, value, words) => {
      expect(await caller().get('/job_settings/jobs', { key, list_value: value })).toMatchObject({
        status: 400,
        body: { error: `Erroneous parameters (${words})`, error_status: 400 },
      })
    })
  })

  describe('the overview', () => {
    test('names the latest jobs of a build, newest first, without clones', async () => {
      const build = await postBuild(caller(), { TEST: 'upload,selinux' })
      await build.end('upload', 'failed')
      await caller().act(`/jobs/${build.id('upload')}/restart`)

      const jobs = await overview({ build: build.build, distri: 'fedora', version: 'Rawhide' })

      expect(jobs.map(({ id }) => id)).toEqual(jobs.map(({ id }) => id).toSorted((one, other) => other - one))
      expect(jobs.map(({ name }) => name.replace(/.*-(\w+@)/, '$1')).toSorted()).toEqual([
        'selinux@64bit',
        'upload@64bit',
      ])
      expect(jobs.every(({ id }) => !build.ids.includes(id))).toBe(true)
    })

    test('without a build it shows the newest one only', async () => {
      const version = newName()
      await postBuild(caller(), { VERSION: version, FLAVOR: 'universal' })
      const { ids } = await postBuild(caller(), { VERSION: version, FLAVOR: 'universal' })

      expect((await overview({ distri: 'fedora', version })).map(({ id }) => id)).toEqual(ids)
    })

    test.each([
      [{ groupid: '7777' }, 1],
      [{ arch: 'nope' }, 1],
      [{ flavor: 'nope' }, 0],
      [{ result: 'failed' }, 0],
      [{ state: 'scheduled' }, 1],
      [{ state: 'assigned,scheduled' }, 1],
      [{ state: 'assigned,running' }, 0],
    ])('with %o it shows %i', async (query, count) => {
      const { build } = await postBuild(caller(), { FLAVOR: 'universal' })

      expect((await overview({ build, ...query })).length).toBe(count)
    })

    test('an unknown build has none', async () => {
      expect(await overview({ build: newName() })).toEqual([])
    })
  })

  describe('job groups', () => {
    test('a group is there once its templates are, and has its jobs', async () => {
      const { ids } = await postBuild(caller(), { FLAVOR: 'universal' })
      const groups = z.array(z.looseObject({ id: z.int(), name: z.string() }))
      const all = groups.parse((await caller().get('/job_groups')).body)
      const id = all.find(({ name }) => name === 'fedora')?.id ?? 0

      expect(groups.parse((await caller().get(`/job_groups/${id}`)).body)).toMatchObject([
        { id, name: 'fedora' },
      ])
      expect((await caller().get(`/job_groups/${id}/jobs`)).body).toMatchObject({
        ids: expect.arrayContaining([...ids]),
      })
    })
  })
}
