import { NativeConnection } from '@temporalio/worker'
import { expect, inject, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import type { Guard, PassingCall } from '../../lab/gates/spoil.ts'
import { parseReport } from '../../report/report-schema.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { startNight } from '../../workers/start-night.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import { ownWorker } from './own-worker.ts'
import { smallCompose, smallFlavors } from './small-night.ts'
import { setSmallStage } from './small-stage.ts'
import { workflowBundle } from './stage.ts'

const night = { stream: 'rawhide', date: '2026-08-21' } as const

test("without Fedora's list of releases a Rawhide is found, tested and reported on with a guess", async () => {
  const calls: PassingCall[] = []
  const guard: Guard = (call) => {
    calls.push(call)
    return isList(call) ? { when: 'before', how: '502' } : null
  }
  const patience = { call: '4 min', act: '5 min', send: '4 min' }
  const options = { taskQueue: 'release-list-away', guard, patience }
  await using stage = await setSmallStage([smallCompose(night, [])], options)
  const address = inject('temporalAddress')
  const client = await connectClient({ options: { address }, namespace: 'default', ui: null })
  const connection = await NativeConnection.connect({ address })
  const worker = await ownWorker(connection, stage, workflowBundle())
  const { settings, lab, archive } = stage

  const result = await worker.runUntil(async () => {
    const { patience: usual, task_queue: taskQueue } = settings
    const limits = { ...usual, schedule: { ...usual.schedule, deadlineMs: 60_000 } }
    const { workflowId } = await startNight(client, { night, patience: limits, taskQueue })
    return awaitNight(client, workflowId)
  })
  await Promise.all([client.connection.close(), connection.close()])

  expect(result).toMatchObject({ verdict: 'passed', outcome: 'tested' })
  const posted = lab.openqa.posts().map(({ settings: post }) => post['FLAVOR'] ?? '')
  expect(posted.toSorted()).toEqual(smallFlavors)
  const { attention } = parseReport((await archive.reportOf(nightId(night))) ?? '')
  expect(attention).toContainEqual(expect.stringMatching(/^the release list could not be read .* guessed/))
  expect(calls.findIndex(isList)).toBeGreaterThan(
    calls.findIndex(({ path }) => path.endsWith('/images.json')),
  )
})

function isList({ path }: PassingCall): boolean {
  return path === '/release.json'
}
