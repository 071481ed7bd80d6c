import { describe, expect, test } from 'vitest'
import { jobsOf, newName, postBuild, rawJob, usualPost } from './builds.ts'
import type { Caller } from './caller.ts'

/** One job of a version of its own, which keeps the posts of one case from those of another. */
function version() {
  return { VERSION: newName(), TEST: 'install', MACHINE: 'uefi', _FORCE_OBSOLETE: '1' }
}

/** What a post does to the jobs of others. */
export function displacingContract(caller: () => Caller): void {
  describe('posting again', () => {
    test('the same post twice makes the jobs twice, with nothing between the two sets', async () => {
      const first = await postBuild(caller(), { FLAVOR: 'universal' })
      await postBuild(caller(), { FLAVOR: 'universal', BUILD: first.build })

      const jobs = await jobsOf(caller(), first.build)

      expect(jobs.map(({ state, cloneId }) => [state, cloneId])).toEqual([
        ['scheduled', null],
        ['scheduled', null],
      ])
    })

    test('a post leaves older builds alone', async () => {
      const own = version()
      const old = await postBuild(caller(), own)

      await postBuild(caller(), own)

      expect(await old.standing()).toEqual({ install: 'scheduled/none' })
    })

    test('_OBSOLETE cancels what is pending of the same product, of any build', async () => {
      const own = version()
      const old = await postBuild(caller(), own)

      await postBuild(caller(), { ...own, _OBSOLETE: '1' })

      expect(await old.job('install')).toMatchObject({
        state: 'cancelled',
        result: 'obsoleted',
        reason: 'cancelled based on job settings',
      })
    })

    test('_OBSOLETE takes children with their parents: none is skipped, all are obsoleted', async () => {
      const own = { VERSION: newName() }
      const old = await postBuild(caller(), own)

      await postBuild(caller(), { ...own, _OBSOLETE: '1' })

      expect(new Set(Object.values(await old.standing()))).toEqual(new Set(['cancelled/obsoleted']))
    })

    test('_OBSOLETE leaves other versions, arches, flavors and ended jobs alone', async () => {
      const own = version()
      const others = await Promise.all([
        postBuild(caller(), { ...own, VERSION: newName() }),
        postBuild(caller(), { ...own, ARCH: 'aarch64', MACHINE: '64bit' }),
        postBuild(caller(), { ...own, FLAVOR: 'universal', TEST: 'encrypted', MACHINE: '64bit' }),
      ])
      const ended = await postBuild(caller(), own)
      await ended.end('install', 'failed')

      await postBuild(caller(), { ...own, _OBSOLETE: '1' })

      const standings = await Promise.all(others.map((other) => other.standing()))
      expect(standings.flatMap((standing) => Object.values(standing))).toEqual(
        Array(3).fill('scheduled/none'),
      )
      expect(await ended.standing()).toEqual({ install: 'done/failed' })
    })

    test('with _ONLY_OBSOLETE_SAME_BUILD it cancels that build only', async () => {
      const own = version()
      const other = await postBuild(caller(), own)
      const old = await postBuild(caller(), own)
      const [oldId] = old.ids

      await postBuild(caller(), { ...own, BUILD: old.build, _OBSOLETE: '1', _ONLY_OBSOLETE_SAME_BUILD: '1' })

      expect(await rawJob(caller(), oldId ?? 0)).toMatchObject({ result: 'obsoleted', clone_id: null })
      expect(await other.standing()).toEqual({ install: 'scheduled/none' })
    })

    test.each([
      ['posted by Nightjar', {}],
      ["posted by Fedora's scheduler", { _OBSOLETE: '1', _ONLY_OBSOLETE_SAME_BUILD: '1' }],
    ])('a candidate and nightlies of one day, %s, leave each other alone', async (_, more) => {
      const own = { ...version(), ...more }
      const builds = ['.n.0', '.0', '.n.1', '.1'].map((end) => `Fedora-44-${newName()}${end}`)

      const posted = []
      for (const BUILD of builds) posted.push(await postBuild(caller(), { ...own, BUILD }))

      const standings = await Promise.all(posted.map((each) => each.standing()))
      expect(standings).toEqual(builds.map(() => ({ install: 'scheduled/none' })))
    })

    test('a job with a comment is not obsoleted', async () => {
      const own = version()
      const old = await postBuild(caller(), own)
      await caller().act(`/jobs/${old.id('install')}/comments`, { text: 'keep this' })

      await postBuild(caller(), { ...own, _OBSOLETE: '1' })

      expect(await old.standing()).toEqual({ install: 'scheduled/none' })
    })

    test.each([
      ['a tagged build without a dash is kept', (name: string) => name, 'scheduled/none'],
      [
        'a tag protects no Fedora compose id, for its dashes',
        (name: string) => `Fedora-${name}-20261124.n.0`,
        'cancelled/obsoleted',
      ],
    ])('%s', async (_, nameOf, standing) => {
      const own = version()
      const old = await postBuild(caller(), { ...own, BUILD: nameOf(newName()) })
      const { group_id: group } = await rawJob(caller(), old.id('install'))
      await caller().act(`/groups/${String(group)}/comments`, {
        text: `tag:${old.build}:important:candidate`,
      })

      await postBuild(caller(), { ...own, _OBSOLETE: '1' })

      expect(await old.standing()).toEqual({ install: standing })
    })

    test('_DEPRIORITIZEBUILD puts older jobs behind by ten, and obsoletes them at the limit', async () => {
      const own = {
        ...version(),
        _FORCE_DEPRIORITIZEBUILD: '1',
        _DEPRIORITIZEBUILD: '1',
        _DEPRIORITIZE_LIMIT: '40',
      }
      const old = await postBuild(caller(), own)

      await postBuild(caller(), own)
      const behind = await rawJob(caller(), old.id('install'))
      await postBuild(caller(), own)

      expect(behind).toMatchObject({ priority: 30, state: 'scheduled' })
      expect(await old.standing()).toEqual({ install: 'cancelled/obsoleted' })
    })

    test('TEST and _OBSOLETE together are refused with 200, unless forced', async () => {
      const { _FORCE_OBSOLETE: force, ...own } = version()
      const settings = { ...usualPost, ...own, BUILD: newName(), _OBSOLETE: '1' }

      const refused = await caller().act('/isos', settings)
      const forced = await caller().act('/isos', { ...settings, _FORCE_OBSOLETE: force })

      expect(refused).toMatchObject({
        status: 200,
        body: { count: 0, error: expect.stringContaining('TEST') },
      })
      expect(forced).toMatchObject({ status: 200, body: { count: 1 } })
    })
  })
}
