import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { startChild } from '../../workers/child.ts'
import { home } from '../../workers/folders.ts'
import { startNight } from '../../workers/start-night.ts'
import { makeNextVersion } from '../night/next-version.ts'
import { productsOf } from '../night/products.ts'
import { bringTo, endSlowNight, slow } from '../night/slow-night.ts'
import { setStage, type Stage } from '../night/stage.ts'

const date = '2026-11-27'
const night = { stream: 'rawhide', date } as const

function startWorker({ file, folder, place }: Stage, program: string) {
  return startChild(process.execPath, [join(program, 'cli/main.ts'), 'worker', '--config', file], {
    log: join(folder, 'worker.log'),
    environment: { TEMPORAL_ADDRESS: place.options.address },
  })
}

/** How many workflow tasks of the night failed since the program does other steps than its history has. */
async function misfits({ client }: Stage): Promise<number> {
  const { events } = await client.workflow.getHandle(nightId(night)).fetchHistory()
  const isMisfit = /nondeterminism|TMPRL1100/i
  return (events ?? []).filter(({ workflowTaskFailedEventAttributes: failed }) =>
    isMisfit.test(failed?.failure?.message ?? ''),
  ).length
}

test('a night that the next version began waits through a rollback, and goes on after it: nothing twice', async () => {
  await using next = await mkdtempDisposable(join(tmpdir(), 'nightjar-next-'))
  await makeNextVersion(next.path)
  await using stage = await setStage(slow, date)
  const { client, settings, lab } = stage
  const { patience, task_queue: taskQueue } = settings
  const first = startWorker(stage, next.path)
  await startNight(client, { night, patience, taskQueue })
  await bringTo(stage, nightId(night), 'await')
  await first.stop()
  const posted = lab.openqa.posts().length

  const old = startWorker(stage, home)
  await client.workflow.getHandle(nightId(night)).signal('composeChanged')
  await expect.poll(() => misfits(stage)).toBeGreaterThan(0)
  await old.stop()
  const again = startWorker(stage, next.path)
  const result = await endSlowNight(stage, nightId(night))
  await again.stop()

  expect(result).toMatchObject({ verdict: 'broken', outcome: 'tested' })
  expect(lab.inbox.mails().map(({ subject }) => subject)).toEqual([result.subject])
  expect(lab.openqa.posts()).toHaveLength(posted)
  expect(new Set(productsOf(lab)).size).toBe(posted)
})
