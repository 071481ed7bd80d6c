import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { expect, test } from 'vitest'
import type { RestartInput, SecondChances } from '../../activities/activities.ts'
import { restartJobs } from '../../activities/restart-jobs.ts'
import { openQa } from '../../clients/openqa/openqa.ts'
import { green } from '../../lab/scenarios/green.ts'
import { freshDatabase } from '../archive/fresh-database.ts'
import { stubServer } from '../clients/stub-server.ts'
import { jobOf } from '../jobs/job-of.ts'
import { steppedLab } from '../sources/stepped-lab.ts'
import { toolsOf } from './tools-of.ts'

/** As openQA 4.6 answers to the restart of a job whose image it has cleaned away. */
const missingAsset = {
  result: [],
  test_url: [],
  errors: ['Job 2 misses the following mandatory assets: iso/boot.iso\nEnsure to provide mandatory assets'],
  enforceable: 1,
}
const failed = [1, 2, 3].map((id) => jobOf({ id, test: `test_${id}`, result: 'failed' }))
const scenario = (id: number) => `Server-dvd-iso x86_64 test_${id}@64bit`

/** Restarts the three failed jobs of a night, with openQA's answer to each restart. */
async function restart(
  answers: Readonly<Record<number, unknown>>,
  before: SecondChances = { restarted: [], refused: [] },
): Promise<{ readonly chances: SecondChances; readonly asked: readonly number[] }> {
  await using lab = await steppedLab(green, '2026-11-24', { restarts: 2 })
  await using database = await freshDatabase()
  const asked: number[] = []
  await using server = await stubServer((response, { method, target }) => {
    response.setHeader('content-type', 'application/json')
    if (method === 'GET') return response.end('[]')
    const id = Number(/\/jobs\/(\d+)\/restart$/.exec(target)?.[1])
    asked.push(id)
    const clone = { result: [{ [id]: id + 100 }], test_url: [{ [id]: `/tests/${id + 100}` }] }
    return response.end(JSON.stringify(answers[id] ?? clone))
  })
  const client = openQa({ url: server.url, key: 'A', secret: 'B' })
  const tools = toolsOf(lab, database, { client, canPost: true })
  const input: RestartInput = {
    night: { stream: 'rawhide', date: '2026-11-24' },
    jobs: await database.archive.keep(failed, 'nightly/rawhide/2026-11-24'),
    ...before,
  }
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') })
  const chances: SecondChances = await environment.run(restartJobs(tools), input)
  return { chances, asked }
}

test('failed jobs are restarted within the budget', async () => {
  const { chances, asked } = await restart({})

  expect(asked).toEqual([1, 2])
  expect(chances).toEqual({ restarted: [scenario(1), scenario(2)], refused: [] })
})

test('a restart that openQA refuses is no second chance, and its reason is kept', async () => {
  const { chances } = await restart({ 2: missingAsset })

  expect(chances.restarted).toEqual([scenario(1)])
  expect(chances.refused).toEqual([
    { scenario: scenario(2), why: expect.stringContaining('misses the following mandatory assets') },
  ])
})

test('a refused restart is not asked for again and costs no budget', async () => {
  const { chances, asked } = await restart(
    {},
    { restarted: [scenario(1)], refused: [{ scenario: scenario(2), why: 'an image is gone' }] },
  )

  expect(asked).toEqual([3])
  expect(chances.restarted).toEqual([scenario(1), scenario(3)])
  expect(chances.refused).toHaveLength(1)
})

test('a job that was restarted before, by whomever, has had its second chance', async () => {
  const before = { result: [], test_url: [], errors: ['Specified job 2 has already been cloned as 77'] }

  const { chances } = await restart({ 2: before })

  expect(chances).toEqual({ restarted: [scenario(1), scenario(2)], refused: [] })
})

test('a restart that does nothing and says nothing is told as refused', async () => {
  const { chances } = await restart({ 2: { result: [], test_url: [] } })

  expect(chances.refused).toEqual([
    { scenario: scenario(2), why: 'it restarted nothing and did not say why' },
  ])
})
