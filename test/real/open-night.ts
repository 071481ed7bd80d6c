import { parseReport } from '../../report/report-schema.ts'
import type { Report } from '../../report/report.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { startNight } from '../../workers/start-night.ts'
import { briefCompose, briefly } from '../night/brief.ts'
import { setStage, withWorker, type Stage } from '../night/stage.ts'
import { unhurried } from '../night/unhurried.ts'
import { startImageTree } from './image-tree.ts'
import { onRealOpenQa } from './real-night.ts'

/** A night of one flavor on the arch that these nights have for themselves, open after its first report. */
export interface OpenNight {
  readonly stage: Stage
  /** The workflow id. */
  readonly id: string
  readonly compose: string
}

const long = { deadline: '20 min', lap: '1 min', look: '700 ms' }

/** Plays a night up to its first report, without second chances; then a person acts, and a worker runs. */
export async function withOpenNight(
  date: string,
  flavor: string,
  act: (night: OpenNight) => Promise<void>,
): Promise<void> {
  await using lab = await setStage(briefly(`real-${date}`, [briefCompose()]), date, {
    openqaKey: 'absent',
    arches: ['ppc64le'],
    patience: { ...unhurried, watch: long, open: '20 min' },
  })
  await using stack = new AsyncDisposableStack()
  const tree = stack.adopt(await startImageTree(lab.lab.tree.url), (started) => started.close())
  const real = onRealOpenQa(lab, tree.url)
  const settings = { ...real.settings, openqa: { ...real.settings.openqa, restarts: 0 } }
  const stage = { ...real, settings }
  stage.clock.begin()
  await withWorker(stage, async () => {
    const { workflowId: id } = await startNight(stage.client, {
      night: { stream: 'rawhide', date },
      flavors: [flavor],
      patience: settings.patience,
      taskQueue: settings.task_queue,
    })
    const { compose } = await awaitNight(stage.client, id)
    await act({ stage, id, compose: compose ?? '' })
  })
}

export async function reportOf({ stage, id }: OpenNight): Promise<Report> {
  return parseReport((await stage.archive.reportOf(id)) ?? '')
}

export async function statusOf({ stage, id }: OpenNight): Promise<string> {
  return (await stage.client.workflow.getHandle(id).describe()).status.name
}
