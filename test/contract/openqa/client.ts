import { describe, expect, test } from 'vitest'
import { isFailure } from '../../../clients/failure.ts'
import { openQa, type OpenQa } from '../../../clients/openqa/openqa.ts'
import { UnknownOutcome } from '../../../clients/unknown-outcome.ts'
import { statesOf } from '../../../jobs/results/job-state.ts'
import { parseJobIds, parseJobs } from '../../../jobs/results/parse-jobs.ts'
import { readPostAnswer } from '../../../jobs/plan/post-answer.ts'
import { readJob, readJobIds } from './readers.ts'
import { readRestartAnswer } from '../../../jobs/results/restart-answer.ts'
import { idsOf, newName, usualPost } from './builds.ts'
import type { Caller, ContractServer } from './caller.ts'
import { lossyProxy } from '../lossy-proxy.ts'

function clientOf({ url, key, secret }: ContractServer): OpenQa {
  return openQa({ url, key, secret })
}

function settings() {
  return { ...usualPost, FLAVOR: 'universal', BUILD: newName(), NIGHTJAR: newName() }
}

function idsIn(answer: unknown): readonly number[] {
  const read = readPostAnswer(answer)
  return read.kind === 'scheduled' ? read.ids : []
}

/** Nightjar's own client against the server. */
export function clientContract(server: () => ContractServer, caller: () => Caller): void {
  describe('the client', () => {
    test('posts, and finds what it posted by build and by product', async () => {
      const client = clientOf(server())
      const own = settings()

      const answer = readPostAnswer(await client.post(own))

      const ids = answer.kind === 'scheduled' ? answer.ids : []
      const scope = { build: own.BUILD, flavor: 'universal', arch: 'x86_64' }
      expect(ids.length).toBe(1)
      expect(parseJobs(await client.jobsOf(scope)).map(({ id }) => id)).toEqual(ids)
      expect(parseJobs(await client.jobsOfBuild(own.BUILD)).map(({ id }) => id)).toEqual(ids)
    })

    test('asks only for what is new, for what is not over, and for some jobs', async () => {
      const client = clientOf(server())
      const own = { ...settings(), FLAVOR: 'Server-dvd-iso', TEST: 'selinux,install' }
      const first = idsIn(await client.post(own))
      const [ended = 0, ...open] = first.toSorted((one, other) => one - other)
      await caller().act(`/jobs/${ended}/set_done`, { result: 'passed' })
      const newest = Math.max(...first)
      const later = idsIn(await client.post({ ...own, FLAVOR: 'universal', TEST: 'encrypted' }))

      expect(idsOf(await client.jobsOfBuildAfter(own.BUILD, newest))).toEqual(later)
      expect(idsOf(await client.jobsOfBuildAfter(own.BUILD, Math.max(...later)))).toEqual([])
      expect(new Set(parseJobIds(await client.idsOfBuild(own.BUILD, statesOf('waiting'))))).toEqual(
        new Set([...open, ...later]),
      )
      expect(parseJobIds(await client.idsOfBuild(own.BUILD, statesOf('running')))).toEqual([])
      expect(parseJobs(await client.jobsWith([ended])).map(({ id, state }) => [id, state])).toEqual([
        [ended, 'done'],
      ])
    })

    test('is refused in the words of the server', async () => {
      const client = clientOf(server())
      const { FLAVOR: _, ...flavorless } = settings()

      await expect(client.post(flavorless)).rejects.toThrow('answered 400: Error: missing parameters: FLAVOR')
      await expect(client.post({ ...settings(), FLAVOR: 'empty-flavor' })).rejects.toThrow(
        'no templates found',
      )
      await expect(client.post({ ...settings(), ISO_URL: 'http://evil.example/x' })).rejects.toThrow(
        'non-passlisted',
      )
      await expect(clientOf({ ...server(), secret: 'wrong' }).post(settings())).rejects.toThrow(
        'check the key',
      )
      await expect(client.comments(99_999_999)).rejects.toSatisfy((thrown) => isFailure(thrown, 'absent'))
    })

    test('restarts once; the second time openQA says no', async () => {
      const client = clientOf(server())
      const answer = readPostAnswer(await client.post(settings()))
      const [id = 0] = answer.kind === 'scheduled' ? answer.ids : []
      await caller().act(`/jobs/${id}/set_done`, { result: 'failed' })

      const first = readRestartAnswer(id, await client.restart(id))

      const clone = readJob((await caller().get(`/jobs/${id}`)).body).cloneId
      expect(first).toEqual({ kind: 'restarted', clone, jobs: [clone] })
      expect(readRestartAnswer(id, await client.restart(id))).toEqual({ kind: 'restarted-before', clone })
    })

    test('reads comments', async () => {
      const client = clientOf(server())
      const answer = readPostAnswer(await client.post(settings()))
      const [id = 0] = answer.kind === 'scheduled' ? answer.ids : []
      await caller().act(`/jobs/${id}/comments`, { text: 'brc#1' })

      expect(await client.comments(id)).toMatchObject([{ bugrefs: ['brc#1'] }])
    })

    test('uses a token as well as a signature', async () => {
      const { url, key, secret, user } = server()

      expect(await openQa({ url, key, secret, user }).post(settings())).toMatchObject({ count: 1 })
    })

    test('knows how far the clocks are apart', async () => {
      const client = clientOf(server())

      await client.jobsOfBuild(newName())

      expect(Math.abs(client.clockSkewMs() ?? 9999)).toBeLessThan(5000)
    })

    test('does not know what became of a post whose answer was lost, and finds its jobs by the marker', async () => {
      await using proxy = await lossyProxy(server().url)
      const own = settings()

      await expect(clientOf({ ...server(), url: proxy.url }).post(own)).rejects.toBeInstanceOf(UnknownOutcome)

      await expect
        .poll(async () => {
          const marked = { key: 'NIGHTJAR', list_value: own.NIGHTJAR }
          return readJobIds((await caller().get('/job_settings/jobs', marked)).body).length
        })
        .toBe(1)
    })
  })
}
