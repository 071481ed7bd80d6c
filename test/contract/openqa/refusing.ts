import { describe, expect, test } from 'vitest'
import { readPostAnswer } from '../../../jobs/plan/post-answer.ts'
import { jobsOf, newName, usualPost } from './builds.ts'
import type { Caller } from './caller.ts'

/** How `POST isos` says that it made nothing, or not all. */
export function refusingContract(caller: () => Caller): void {
  const post = (settings: Readonly<Record<string, string>>) =>
    caller().act('/isos', { ...usualPost, BUILD: newName(), ...settings })

  describe('refusing a post', () => {
    test.each([
      [{ FLAVOR: 'NoSuch-iso' }, 'no products found for fedora-NoSuch-iso-x86_64'],
      [{ ARCH: 'riscv64' }, 'no products found for fedora-Server-dvd-iso-riscv64'],
    ])('a product that is not there is answered 200 with an error: %o', async (settings, error) => {
      const answer = await post(settings)

      expect(answer).toMatchObject({ status: 200, body: { count: 0, ids: [], failed: {}, error } })
      expect(readPostAnswer(answer.body)).toMatchObject({ kind: 'refused', why: error })
    })

    test('a product without templates is answered 404', async () => {
      const error = 'no templates found for fedora-empty-flavor-x86_64'

      expect(await post({ FLAVOR: 'empty-flavor' })).toMatchObject({
        status: 404,
        body: { count: 0, ids: [], failed: {}, error, error_status: 404 },
      })
    })

    test('what is missing is said as text under the type of a page', async () => {
      expect(await caller().act('/isos', { DISTRI: 'fedora', BUILD: 'x' })).toMatchObject({
        status: 400,
        type: 'text/html',
        body: 'Error: missing parameters: VERSION FLAVOR ARCH',
      })
    })

    test('names of parameters are in upper case', async () => {
      const lower = Object.fromEntries(
        Object.entries(usualPost).map(([name, value]) => [name.toLowerCase(), value]),
      )

      expect(await caller().act('/isos', lower)).toMatchObject({ status: 400, type: 'text/html' })
    })

    test('a body of JSON is not read', async () => {
      const headers = { ...caller().sign('/api/v1/isos'), 'Content-Type': 'application/json' }

      expect(
        await caller().send('/api/v1/isos', { method: 'POST', headers, body: JSON.stringify(usualPost) }),
      ).toMatchObject({ status: 400, body: 'Error: missing parameters: DISTRI VERSION FLAVOR ARCH' })
    })

    test('a file of a strange host is refused as text, and no jobs are made', async () => {
      const build = newName()

      const answer = await post({ BUILD: build, ISO_URL: 'https://evil.example.com/x.iso' })

      expect(answer).toMatchObject({
        status: 403,
        type: 'text/html',
        body: 'Asset download requested from non-passlisted host evil.example.com.',
      })
      expect(await jobsOf(caller(), build)).toEqual([])
    })

    test.each([{ TEST: 'no_such_test' }, { _GROUP: 'no such group' }, { MACHINE: 'abacus' }])(
      'nothing that fits is no error: %o',
      async (settings) => {
        const answer = await post(settings)

        expect(answer).toMatchObject({ status: 200, body: { count: 0, ids: [], failed: [] } })
        expect(readPostAnswer(answer.body).kind).toBe('refused')
      },
    )

    test('jobs that cannot be linked are made, and told as failed by id', async () => {
      const build = newName()

      const answer = await post({ BUILD: build, FLAVOR: 'lopsided' })

      const jobs = await jobsOf(caller(), build)
      const id = (name: string, machine: string) =>
        jobs.find((job) => job.test === name && job.machine === machine)?.id
      expect(jobs.length).toBe(4)
      expect(answer.body).toMatchObject({
        failed: [
          {
            job_id: id('after_nothing', '64bit'),
            error_messages: [
              'START_AFTER_TEST=not_there@64bit not found - check for dependency typos and dependency cycles',
            ],
          },
          {
            job_id: [id('base', 'uefi')],
            error_messages: ['base@uefi has no child, check its machine placed or dependency setting typos'],
          },
        ],
      })
      expect(readPostAnswer(answer.body)).toMatchObject({
        kind: 'partial',
        why: [expect.any(String), expect.any(String)],
      })
    })
  })
}
