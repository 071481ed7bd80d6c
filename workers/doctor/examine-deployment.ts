import type { Client } from '@temporalio/client'
import type { Settings } from '../config/config.ts'
import { noAnswer, ok, problem, wordsOf, type Diagnosis } from './diagnosis.ts'
import { hasPollers } from './version-pollers.ts'

const setCurrent = 'temporal worker deployment set-current-version'

/**
 * Whether nights can begin and go on, where they stay on the version that began them. Nothing in Temporal's
 * list of workflows shows that they cannot.
 */
export async function examineDeployment(
  client: Client,
  { worker: { deployment: name } }: Pick<Settings, 'worker'>,
): Promise<readonly Diagnosis[]> {
  if (name === undefined) return []
  const about = 'versions'
  const { namespace } = client.options
  try {
    const { workerDeploymentInfo: info } = await client.workflowService.describeWorkerDeployment({
      namespace,
      deploymentName: name,
    })
    const current = info?.routingConfig?.currentDeploymentVersion?.buildId ?? null
    if (current === null) {
      const said = `the deployment ${name} has no current version: no night begins`
      return [problem(about, said, `${setCurrent} --deployment-name ${name} --build-id BUILD`)]
    }
    const builds = (info?.versionSummaries ?? []).map(
      ({ deploymentVersion }) => deploymentVersion?.buildId ?? '',
    )
    const gone = await withoutWorkers(client, name, builds)
    if (gone.includes(current)) {
      const said = `the current version ${current} of ${name} has no worker: new nights hang`
      return [problem(about, said, `start one, or: ${setCurrent} --deployment-name ${name} --build-id BUILD`)]
    }
    const stuck = await pinnedTo(client, name, gone)
    return stuck.length > 0 ? stuck : [ok(about, `${current} is the current version of ${name}`)]
  } catch (thrown) {
    const said = `the deployment ${name} could not be read (${wordsOf(thrown)})`
    return [noAnswer(about, said, 'start a worker with worker.deployment, or see Temporal')]
  }
}

async function withoutWorkers(
  client: Client,
  name: string,
  builds: readonly string[],
): Promise<readonly string[]> {
  const asked = await Promise.all(
    builds.map(async (build) => ({ build, has: await hasPollers(client, name, build) })),
  )
  return asked.filter(({ has }) => !has).map(({ build }) => build)
}

const most = 10

/** The nights that are under way on versions without workers. */
async function pinnedTo(
  client: Client,
  name: string,
  builds: readonly string[],
): Promise<readonly Diagnosis[]> {
  const found: Diagnosis[] = []
  for (const build of builds) {
    const query = `ExecutionStatus = 'Running' AND TemporalWorkerDeploymentVersion = '${name}:${build}'`
    for await (const { workflowId } of client.workflow.list({ query })) {
      if (found.length === most) return found
      const said = `${workflowId} stays on the version ${build}, which has no worker: it hangs`
      found.push(
        problem(
          workflowId,
          said,
          'start a worker of that version, or move the night: docs/operating.md, "Upgrade"',
        ),
      )
    }
  }
  return found
}
