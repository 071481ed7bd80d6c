import { NativeConnection } from '@temporalio/worker'
import { expect, inject, test } from 'vitest'
import type { Guard } from '../../lab/gates/spoil.ts'
import { parseReport } from '../../report/report-schema.ts'
import { startNight } from '../../workers/start-night.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import type { NightResult } from '../../workflows/night-run.ts'
import { ownWorker } from '../night/own-worker.ts'
import { smallCompose } from '../night/small-night.ts'
import { setSmallStage } from '../night/small-stage.ts'
import { workflowBundle } from '../night/stage.ts'

const night = { stream: 'rawhide', date: '2026-08-22' } as const

const fails = { flavor: 'Server-dvd-iso', result: 'failed', passesOnRestart: true } as const
const compose = smallCompose(night, [
  { ...fails, test: 'base_selinux' },
  { ...fails, test: 'base_services_start' },
])

/** openQA goes away once it has restarted one job, until it is told to come back. */
function leavesAfterRestart(): { readonly guard: Guard; readonly comeBack: () => void } {
  let restarts = 0
  let isBack = false
  const guard: Guard = ({ service, method, path }) => {
    if (service !== 'openqa' || isBack) return null
    if (method === 'POST' && path.endsWith('/restart') && ++restarts === 1) return null
    return restarts === 0 ? null : { when: 'before', how: 'reset' }
  }
  return { guard, comeBack: () => void (isBack = true) }
}

test('a night whose openQA goes away between two restarts does not report the jobs from before them as final', async () => {
  const { guard, comeBack } = leavesAfterRestart()
  const patience = { call: '40 s', act: '60 s', send: '25 s' }
  await using stage = await setSmallStage([compose], { taskQueue: 'away-after-restart', guard, patience })
  const address = inject('temporalAddress')
  const client = await connectClient({ options: { address }, namespace: 'default', ui: null })
  const connection = await NativeConnection.connect({ address })
  const worker = await ownWorker(connection, stage, workflowBundle())
  const { settings, lab, archive } = stage
  const { await: usual } = settings.patience
  // The night is not green, so it stays open as long as this after its first report.
  const watch = { ...usual, deadlineMs: 40_000 }
  const limits = { ...settings.patience, await: { ...usual, deadlineMs: 30_000 }, watch }

  const result = await worker.runUntil(async () => {
    const { workflowId } = await startNight(client, {
      night,
      patience: limits,
      taskQueue: settings.task_queue,
    })
    await expect.poll(() => lab.inbox.mails().length).toBe(1)
    comeBack()
    const ended: NightResult = await client.workflow.getHandle(workflowId).result()
    return ended
  })
  await Promise.all([client.connection.close(), connection.close()])

  expect(lab.inbox.mails()[0]?.text).toContain('openQA could not be reached')
  expect(result).toMatchObject({ outcome: 'tested', verdict: 'degraded', edition: 2 })
  const { tests } = parseReport((await archive.reportOf('nightly/rawhide/2026-08-22')) ?? '')
  expect(tests.counts).toMatchObject({ failed: 1, flaky: 1 })
})
