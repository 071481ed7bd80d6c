import { expect, test } from 'vitest'

import { openQa } from '../../../clients/openqa/openqa.ts'
import { UnknownOutcome } from '../../../clients/unknown-outcome.ts'
import type { OpenQaFault } from '../../../lab/openqa/fault.ts'
import { timedLab } from '../openqa-lab.ts'

test.each<[OpenQaFault, number]>([
  ['502', 0],
  ['503', 0],
  ['offline', 0],
  ['reset', 0],
  ['hang', 0],
  ['502-after', 7],
  ['reset-after', 7],
  ['hang-after', 7],
  ['half', 7],
])('a post that meets %s makes %i jobs, and its client cannot know', async (fault, count) => {
  // Only the client's own deadline ends a call that hangs.
  const deadlineMs = fault.startsWith('hang') ? 2000 : 120_000
  const disturbed = ({ method }: { readonly method: string }) => (method === 'POST' ? fault : null)
  const { lab, post } = await timedLab({ disturbed }, deadlineMs)

  await expect(post()).rejects.toBeInstanceOf(UnknownOutcome)

  expect(lab.jobs().length).toBe(count)
  expect(lab.requests().map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/v1/isos'])
})

test('a disturbance can be chosen by what is posted', async () => {
  const { lab, post } = await timedLab({
    disturbed: ({ params }) => (params['FLAVOR'] === 'universal' ? '503' : null),
  })

  await post()
  await expect(post({ FLAVOR: 'universal' })).rejects.toThrow('503')

  expect(lab.posts().map(({ settings }) => settings['FLAVOR'])).toEqual(['Server-dvd-iso'])
})

test('a job and a build have pages that a report can link to', async () => {
  const { lab, post } = await timedLab({ outcomes: () => [] })
  const [id] = await post({ TEST: 'upload', LABEL: '<b>' })

  const job = await (await fetch(`${lab.url}/tests/${id}`)).text()
  const build = await (await fetch(`${lab.url}/tests/overview?build=B`)).text()

  expect(job).toContain('-BuildB-upload@64bit')
  expect(job).toContain('LABEL=&#60;b&#62;')
  expect(build).toContain(`<a href="/tests/${id}">#${id}</a>`)
  expect((await fetch(`${lab.url}/tests/999`)).status).toBe(404)
})

test('nothing of the lab outlives its closing', async () => {
  const { lab, post } = await timedLab({ disturbed: () => 'hang' })
  const hanging = post()

  await lab.close()

  await expect(hanging).rejects.toThrow('openQA')
  await expect(openQa({ url: lab.url }).jobsOfBuild('B')).rejects.toThrow('ECONNREFUSED')
})
