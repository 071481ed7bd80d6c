import { describe, expect, test } from 'vitest'
import { idsOf, newName, postBuild } from './builds.ts'
import type { Caller } from './caller.ts'

/** What a list of jobs looks like, and what can be picked for it. */
export function listingContract(caller: () => Caller): void {
  describe('a list of jobs', () => {
    test('ids are sorted as text', async () => {
      await Promise.all([postBuild(caller()), postBuild(caller())])

      expect(idsOf((await caller().get('/jobs', { ids: '2,9,10' })).body)).toEqual([10, 2, 9])
    })

    test('a build that nobody posted has no jobs', async () => {
      expect(await caller().get('/jobs', { build: newName() })).toMatchObject({
        status: 200,
        body: { jobs: [] },
      })
    })

    test('listed jobs have their settings and modules with them', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })

      expect((await caller().get('/jobs', { build: build.build })).body).toMatchObject({
        jobs: [{ modules: [], settings: { BUILD: build.build, FLAVOR: 'universal' } }],
      })
    })

    test.each([
      ['one flavor and arch', { flavor: 'Server-dvd-iso', arch: 'x86_64' }, 7],
      ['another arch', { arch: 'aarch64' }, 0],
      ['a test', { test: 'install' }, 2],
      ['a test on a machine', { test: 'install', machine: 'uefi' }, 1],
      ['distri and version', { distri: 'fedora', version: 'Rawhide' }, 7],
      ['another version', { version: '44' }, 0],
      ['a state', { state: 'done' }, 1],
      ['several states', { state: 'done,cancelled' }, 5],
      ['a result', { result: 'failed' }, 1],
      ['several results', { result: 'failed,skipped' }, 5],
      ['a state that is none', { state: 'bogus' }, 0],
      ['a group', { group: 'fedora' }, 7],
      ['a group that is not there', { groupid: '7777' }, 0],
      ['a file', { iso: 'a.iso' }, 0],
      ['something that is no filter', { wibble: '1', page: '2' }, 7],
    ])('filters pick %s', async (_, filter, count) => {
      const build = await failedBuild()

      expect(idsOf((await caller().get('/jobs', { build, ...filter })).body).length).toBe(count)
    })

    test('a filter may be repeated', async () => {
      const build = await failedBuild()
      const pairs = [
        ['build', build],
        ['state', 'done'],
        ['state', 'cancelled'],
      ] as const

      expect(idsOf((await caller().get('/jobs', pairs)).body).length).toBe(5)
    })

    test('ids may be asked for, in one parameter or several; unknown ones are just missing', async () => {
      const { ids } = await postBuild(caller(), { TEST: 'install' })
      const [one = 0, two = 0] = ids

      expect(idsOf((await caller().get('/jobs', { ids: `${one},${two},99999999` })).body).length).toBe(2)
      expect(
        idsOf(
          (
            await caller().get('/jobs', [
              ['ids', String(one)],
              ['ids', String(two)],
            ])
          ).body,
        ).length,
      ).toBe(2)
    })

    test('ids may be limited from both sides, exclusively', async () => {
      const { ids } = await postBuild(caller())
      const [first = 0] = ids

      const { body } = await caller().get('/jobs', { after: String(first), before: String(first + 3) })

      expect(idsOf(body).toSorted((one, other) => one - other)).toEqual([first + 1, first + 2])
    })

    test.each([
      ['latest=0', 400, 'Erroneous parameters (latest invalid)'],
      ['scope=bogus', 400, 'Erroneous parameters (scope invalid)'],
      ['limit=0', 400, 'Limit exceeds maximum'],
      ['offset=abc', 400, 'Erroneous parameters (offset invalid)'],
    ])('%s is answered %i', async (query, status, error) => {
      expect(await caller().send(`/api/v1/jobs?${query}`)).toMatchObject({
        status,
        body: { error, error_status: status },
      })
    })

    test('an id that is no number breaks the server', async () => {
      expect(await caller().get('/jobs', { ids: 'abc' })).toMatchObject({
        status: 500,
        body: { error_status: 500 },
      })
    })

    test('a limit keeps the newest, and links lead to the rest', async () => {
      const { build, ids } = await postBuild(caller())
      const query = { build, limit: '3', offset: '2' }

      const { body, link } = await caller().get('/jobs', query)

      const newestFirst = ids.toReversed()
      expect(idsOf(body).toSorted((one, other) => other - one)).toEqual(newestFirst.slice(2, 5))
      expect(link).toContain(`/api/v1/jobs?build=${build}&limit=3&offset=0>; rel="first"`)
      expect(link).toContain(`/api/v1/jobs?build=${build}&limit=3&offset=5>; rel="next"`)
      expect(link).toContain(`/api/v1/jobs?build=${build}&limit=3&offset=0>; rel="prev"`)
    })

    test('a limit and latest together give one job too many, and no links', async () => {
      const { build } = await postBuild(caller())

      const { body, link } = await caller().get('/jobs', { build, limit: '2', latest: '1' })

      expect(idsOf(body).length).toBe(3)
      expect(link).toBeNull()
    })

    test('latest picks the newest job of each scenario', async () => {
      const first = await postBuild(caller())
      const second = await postBuild(caller(), { BUILD: first.build, TEST: 'selinux' })

      const ids = idsOf((await caller().get('/jobs', { build: first.build, latest: '1' })).body)

      expect(ids.toSorted((one, other) => one - other)).toEqual([
        ...first.ids.filter((id) => id !== first.id('selinux') && id !== first.id('upload')),
        ...second.ids,
      ])
    })

    test('latest picks after the other filters: what was run again shows its stale failure', async () => {
      const build = await postBuild(caller(), { FLAVOR: 'universal' })
      await build.end('encrypted', 'failed')
      await caller().act(`/jobs/${build.id('encrypted')}/restart`)
      const filter = { build: build.build, result: 'failed' }

      expect(idsOf((await caller().get('/jobs', { ...filter, latest: '1' })).body)).toEqual(build.ids)
      expect(idsOf((await caller().get('/jobs', { ...filter, scope: 'current' })).body)).toEqual([])
    })

    test('the relevant scope leaves out what was obsoleted, and keeps what is being run again', async () => {
      const own = { VERSION: newName(), TEST: 'install', MACHINE: 'uefi' }
      const old = await postBuild(caller(), own)
      const build = await postBuild(caller(), { ...own, _OBSOLETE: '1', _FORCE_OBSOLETE: '1' })
      await build.end('install', 'failed')
      await caller().act(`/jobs/${build.id('install')}/restart`)
      const relevant = async (name: string) =>
        idsOf((await caller().get('/jobs', { build: name, scope: 'relevant' })).body)

      expect(await relevant(old.build)).toEqual([])
      expect((await relevant(build.build)).length).toBe(2)
    })
  })

  async function failedBuild(): Promise<string> {
    const build = await postBuild(caller())
    await build.end('upload', 'failed')
    return build.build
  }
}
