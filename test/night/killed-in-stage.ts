import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { startChild, type Child } from '../../workers/child.ts'
import { startNight } from '../../workers/start-night.ts'
import { stageNames, type StageName } from '../../workflows/stage.ts'
import { productsOf } from './products.ts'
import { bringTo, endSlowNight, slow } from './slow-night.ts'
import { setStage, type Stage } from './stage.ts'
import { unhurried } from './unhurried.ts'

function startWorkerProcess({ place }: Stage, file: string): Child {
  return startChild(process.execPath, ['cli/main.ts', 'worker', '--config', file], {
    log: `${file}.worker.log`,
    environment: { TEMPORAL_ADDRESS: place.options.address },
  })
}

/** The configuration of a worker that shares only the archive and Temporal with the other one. */
async function inOtherFolder({ file, folder }: Stage): Promise<string> {
  const other = join(folder, 'other')
  await mkdir(other)
  const copy = join(other, 'nightjar.toml')
  await copyFile(file, copy)
  return copy
}

/** Tests that kill a worker in each of some stages. */
export function killedInStages(stages: readonly StageName[]): void {
  test.concurrent.each(stages.map((name) => ({ name, date: `2026-09-${10 + stageNames.indexOf(name)}` })))(
    'a worker that is killed in the stage $name leaves the night to one in another folder: same report, one mail, no second set of jobs',
    async ({ name, date }) => {
      // The call in which a worker is killed is tried again after the limit of calls.
      const patience = { ...unhurried, call: '10 s', act: '10 s' }
      await using stage = await setStage(slow, date, { patience })
      const { client, settings, lab } = stage
      const workflowId = nightId({ stream: 'rawhide', date })
      const first = startWorkerProcess(stage, stage.file)
      const { patience: limits, task_queue: taskQueue } = settings
      await startNight(client, { night: { stream: 'rawhide', date }, patience: limits, taskQueue })

      await bringTo(stage, workflowId, name)
      first.kill('SIGKILL')
      expect(await first.ended).toBe('SIGKILL')
      const second = startWorkerProcess(stage, await inOtherFolder(stage))
      const result = await endSlowNight(stage, workflowId)
      await second.stop()

      expect(result).toMatchObject({ verdict: 'broken', outcome: 'tested' })
      expect(lab.inbox.mails().map(({ subject }) => subject)).toEqual([result.subject])
      const products = productsOf(lab)
      expect(products.length).toBeGreaterThan(5)
      expect(products).toEqual([...new Set(products)])
    },
  )
}
