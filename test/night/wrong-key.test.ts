import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { green } from '../../lab/scenarios/green.ts'
import { readNight } from '../../workers/read-nights.ts'
import { startNight } from '../../workers/start-night.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { setStage, withWorker, type Stage } from './stage.ts'

const date = '2026-10-05'
const workflowId = nightId({ stream: 'rawhide', date })
const refusal =
  'openQA refuses our API key, so nothing is posted; put the right key and secret in client.conf'

/** Resolves once the looks under way say a sentence, as `nightjar show` and Temporal's UI show them. */
async function pendingSays({ client }: Stage, sentence: string): Promise<readonly string[]> {
  while (true) {
    const night = await readNight(client, workflowId)
    if (night?.status !== 'RUNNING') throw new Error(`the night ended before it said "${sentence}"`)
    if (night.pending.some((said) => said.startsWith(sentence))) return night.pending
    await sleep(100)
  }
}

test('a night whose openQA key is refused says so and waits, and goes on once the key is put right', async () => {
  await using stage = await setStage(green, date, { openqaKey: 'absent' })
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-key-'))
  const { host } = new URL(stage.lab.openqa.url)
  const right = stage.lab.openqaKey
  const putKey = ({ key, secret }: typeof right) =>
    writeFile(join(folder.path, 'client.conf'), `[${host}]\nkey = ${key}\nsecret = ${secret}\n`)
  process.env['OPENQA_CONFIG'] = folder.path
  await putKey({ ...right, key: 'FEDCBA9876543210' })
  const { client, settings, clock, lab } = stage
  const { patience, task_queue: taskQueue } = settings

  const { result, postsWhileRefused } = await withWorker(stage, async () => {
    await startNight(client, { night: { stream: 'rawhide', date }, patience, taskQueue })
    clock.begin()
    await pendingSays(stage, refusal)
    await putKey({ ...right, secret: '0000000000000000' })
    const asked = lab.openqa.requests().length
    await expect.poll(() => lab.openqa.requests().length).toBeGreaterThan(asked + 3)
    await pendingSays(stage, refusal)
    const refused = lab.openqa.posts().length
    await putKey(right)
    const answer = await awaitNight(client, workflowId)
    return { result: answer, postsWhileRefused: refused }
  })

  expect(postsWhileRefused).toBe(0)
  expect(result).toMatchObject({ verdict: 'passed', outcome: 'tested' })
  const flavors = lab.openqa.posts().map(({ settings: post }) => `${post['FLAVOR']} ${post['ARCH']}`)
  expect(flavors.length).toBeGreaterThan(5)
  expect(flavors).toEqual([...new Set(flavors)])
  expect(lab.inbox.mails().map(({ subject }) => subject)).toEqual([result.subject])
})
