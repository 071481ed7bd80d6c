import { describe, expect, test } from 'vitest'
import { postBuild } from './builds.ts'
import type { Caller } from './caller.ts'

/** Comments on jobs and groups, and the bugs in them. */
export function commentsContract(caller: () => Caller): void {
  const commented = async (...texts: readonly string[]) => {
    const build = await postBuild(caller(), { FLAVOR: 'universal' })
    for (const text of texts) await caller().act(`/jobs/${build.id('encrypted')}/comments`, { text })
    return build
  }
  const commentsOf = async (id: number) => (await caller().get(`/jobs/${id}/comments`)).body

  describe('comments', () => {
    test('a comment is kept with its author and time', async () => {
      const build = await commented('looks odd')

      expect(await commentsOf(build.id('encrypted'))).toMatchObject([
        {
          id: expect.any(Number),
          text: 'looks odd',
          userName: 'admin',
          bugrefs: [],
          created: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000$/),
        },
      ])
    })

    test.each([
      ['https://bugzilla.redhat.com/show_bug.cgi?id=1234567', ['brc#1234567'], 'brc#1234567'],
      ['see brc#12, and bgo#34', ['brc#12', 'bgo#34'], 'see brc#12, and bgo#34'],
      ['https://github.com/a/b/issues/5', ['gh#a/b#5'], 'gh#a/b#5'],
      ['https://pagure.io/a/issue/5', ['pio#a#5'], 'pio#a#5'],
      ['https://gitlab.gnome.org/a/b/-/issues/5', ['ggo#a/b#5'], 'ggo#a/b#5'],
      ['rhbz#1234567', [], 'rhbz#1234567'],
      ['xbrc#12 brc#12x', [], 'xbrc#12 brc#12x'],
    ])('the bugs in "%s" are %j', async (text, bugrefs, shortened) => {
      const build = await commented(text)

      expect(await commentsOf(build.id('encrypted'))).toMatchObject([{ bugrefs, text: shortened }])
    })

    test.each([{}, { text: '' }, { text: '  ' }])('a comment has to say something: %o', async (form) => {
      const build = await commented()

      expect(await caller().act(`/jobs/${build.id('encrypted')}/comments`, form)).toMatchObject({
        status: 400,
      })
      expect(await commentsOf(build.id('encrypted'))).toEqual([])
    })

    test('a job that is not there has no comments and takes none', async () => {
      const gone = { status: 404, body: { error: 'Job 99999999 does not exist', error_status: 404 } }

      expect(await caller().get('/jobs/99999999/comments')).toMatchObject(gone)
      expect(await caller().act('/jobs/99999999/comments', { text: 'x' })).toMatchObject(gone)
    })

    test('a label changes the result of a job that is done', async () => {
      const build = await commented()
      await build.end('encrypted', 'failed')

      await caller().act(`/jobs/${build.id('encrypted')}/comments`, {
        text: 'label:force_result:softfailed:brc#1',
      })

      expect(await build.standing()).toEqual({ encrypted: 'done/softfailed' })
    })

    test.each([
      ['a result that is none', 'nonsense', 'done'],
      ['a job that has not ended', 'passed', 'scheduled'],
    ])('a label with %s is refused', async (_, result, state) => {
      const build = await commented()
      if (state === 'done') await build.end('encrypted', 'failed')

      expect(
        await caller().act(`/jobs/${build.id('encrypted')}/comments`, {
          text: `label:force_result:${result}`,
        }),
      ).toMatchObject({ status: 400 })
      expect(await build.job('encrypted')).toMatchObject({ state })
    })

    test('a group has comments too', async () => {
      await commented()

      expect((await caller().act('/groups/1/comments', { text: 'tag:x:important' })).status).toBe(200)
      expect((await caller().get('/groups/1/comments')).body).toMatchObject(
        expect.arrayContaining([expect.objectContaining({ text: 'tag:x:important' })]),
      )
      expect((await caller().get('/groups/7777/comments')).status).toBe(404)
    })
  })
}
