import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { startChild } from '../../workers/child.ts'
import { examineDeployment } from '../../workers/doctor/examine-deployment.ts'
import { startNight } from '../../workers/start-night.ts'
import { bringTo, endSlowNight, slow } from './slow-night.ts'
import { setStage, type Stage } from './stage.ts'

const date = '2026-02-21'
const deploymentName = `deployment-${date}`

test('nights stay on the version that began them, the first version makes itself current, the next one waits', async () => {
  await using stage = await setStage(slow, date)
  const { client, settings } = stage
  await using first = await startVersion(stage, 'v1')
  await expect.poll(() => currentOf(stage)).toBe('v1')
  const { patience, task_queue: taskQueue } = settings
  const start = (night: { stream: 'rawhide'; date: string }) =>
    startNight(client, { night, patience, taskQueue })
  const { workflowId: old } = await start({ stream: 'rawhide', date })
  await bringTo(stage, old, 'await')

  await using second = await startVersion(stage, 'v2')
  await expect.poll(() => versionsOf(stage)).toEqual(['v1', 'v2'])
  expect(await currentOf(stage)).toBe('v1')
  expect(await examined(stage)).toEqual([expect.stringMatching(/^ok: v1 is the current version/)])
  await makeCurrent(stage, 'v2')
  const { workflowId: young } = await start({ stream: 'rawhide', date: '2026-02-22' })
  await expect.poll(() => buildsOf(stage, young)).toEqual(['v2'])
  const result = await endSlowNight(stage, old)

  expect(result).toMatchObject({ verdict: 'broken', outcome: 'tested' })
  expect(await buildsOf(stage, old)).toEqual(['v1'])
  expect(await buildsOf(stage, `delivery/${nightId({ stream: 'rawhide', date })}/1/mail`)).toEqual(['v1'])
  await client.workflow.getHandle(young).terminate()
  await makeCurrent(stage, 'v3')
  expect(await examined(stage)).toEqual([
    expect.stringMatching(/^problem: the current version v3 of \S+ has no worker: new nights hang/),
  ])
  await makeCurrent(stage, '')
  expect(await examined(stage)).toEqual([
    expect.stringMatching(/^problem: the deployment \S+ has no current version: no night begins/),
  ])
  await Promise.all([first.stop(), second.stop()])
})

/** What `nightjar doctor` says of the versions. */
async function examined({ client, settings }: Stage): Promise<readonly string[]> {
  const worker = { ...settings.worker, deployment: deploymentName }
  const diagnoses = await examineDeployment(client, { worker })
  return diagnoses.map(({ state, said }) => `${state}: ${said}`)
}

/** Starts a worker of a version in a folder of its own. */
async function startVersion({ file, folder, place }: Stage, build: string) {
  const own = join(folder, build)
  await mkdir(own)
  const config = join(own, 'nightjar.toml')
  const versioned = `[worker]\ndeployment = "${deploymentName}"\nbuild = "${build}"`
  await writeFile(config, (await readFile(file, 'utf8')).replace('[worker]', versioned))
  const worker = startChild(process.execPath, ['cli/main.ts', 'worker', '--config', config], {
    log: join(own, 'worker.log'),
    environment: { TEMPORAL_ADDRESS: place.options.address },
  })
  return { stop: () => worker.stop(), [Symbol.asyncDispose]: () => worker.stop() }
}

function describe({ client: { workflowService } }: Stage) {
  return workflowService.describeWorkerDeployment({ namespace: 'default', deploymentName })
}

async function currentOf(stage: Stage): Promise<string | null> {
  const { workerDeploymentInfo } = await describe(stage)
  return workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId ?? null
}

async function versionsOf(stage: Stage): Promise<readonly string[]> {
  const { workerDeploymentInfo } = await describe(stage)
  const summaries = workerDeploymentInfo?.versionSummaries ?? []
  return summaries.map(({ deploymentVersion }) => deploymentVersion?.buildId ?? '').toSorted()
}

async function makeCurrent({ client: { workflowService } }: Stage, buildId: string): Promise<void> {
  await workflowService.setWorkerDeploymentCurrentVersion({
    namespace: 'default',
    deploymentName,
    buildId,
    ignoreMissingTaskQueues: true,
    allowNoPollers: true,
  })
}

/** The versions that did the workflow tasks of a run. */
async function buildsOf({ client }: Stage, workflowId: string): Promise<readonly string[]> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory()
  const builds = (events ?? []).flatMap(({ workflowTaskCompletedEventAttributes: task }) =>
    task ? [task.deploymentVersion?.buildId ?? 'none'] : [],
  )
  return [...new Set(builds)]
}
