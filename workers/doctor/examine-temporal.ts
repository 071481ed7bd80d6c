import type { Client } from '@temporalio/client'
import type { Settings } from '../config/config.ts'
import { attributesCommand, missingAttributes } from '../temporal/check-server.ts'
import { taskQueues } from '../temporal/queues.ts'
import { connectClient, temporalPlace, type TemporalPlace } from '../temporal/temporal.ts'
import { examineDeployment } from './examine-deployment.ts'
import { examineQueue } from './examine-queue.ts'
import { examineSchedules } from './examine-schedules.ts'
import { examineStuckNights } from './examine-stuck-nights.ts'
import { noAnswer, ok, problem, wordsOf, type Examined, type Diagnosis } from './diagnosis.ts'
import { requestMs } from './finding-of.ts'
import { plainTemporal } from './plain-connections.ts'

/** Temporal: the server, its set-up, the Schedules, the workers, and nights that are stuck. */
export async function examineTemporal(settings: Settings): Promise<Examined> {
  const place = temporalPlace(settings.folder)
  const { findings, clocks } = await ask(place, settings)
  return { findings: [...findings, ...plainTemporal(place)], clocks }
}

async function ask(place: TemporalPlace, settings: Settings): Promise<Examined> {
  const { address } = place.options
  let client: Client
  try {
    client = await connectClient(place)
  } catch (thrown) {
    const todo = 'start the server, or point TEMPORAL_ADDRESS (TEMPORAL_API_KEY, TEMPORAL_TLS, …) at it'
    const why = wordsOf(thrown).replace(/; start one with .*$/, '')
    return { findings: [noAnswer('Temporal', why, todo), unknownRest('the server')], clocks: [] }
  }
  try {
    const findings = await client.withDeadline(Date.now() + requestMs, () => examine(client, place, settings))
    return { findings, clocks: [] }
  } catch (thrown) {
    return {
      findings: [noAnswer('Temporal', `${address}: ${wordsOf(thrown)}`, 'look at its log')],
      clocks: [],
    }
  } finally {
    await client.connection.close()
  }
}

function unknownRest(without: string): Diagnosis {
  const said = `Schedules, workers and stuck nights are not known without ${without}`
  return noAnswer('nights', said, 'see Temporal')
}

async function examine(
  client: Client,
  { options: { address }, namespace }: TemporalPlace,
  settings: Settings,
): Promise<readonly Diagnosis[]> {
  try {
    await client.workflowService.describeNamespace({ namespace })
  } catch (thrown) {
    const said = `${address} answers, but cannot be used with the namespace ${namespace} (${wordsOf(thrown)})`
    const todo = 'set TEMPORAL_NAMESPACE to a namespace that it has'
    return [problem('Temporal', said, todo), unknownRest('the namespace')]
  }
  const [attributes, schedules, versions, stuck, ...queues] = await Promise.all([
    examineAttributes(client, namespace),
    examineSchedules(client, settings),
    examineDeployment(client, settings),
    examineStuckNights(client),
    ...taskQueues(settings).map((queue) => examineQueue(client, queue)),
  ])
  const answers = ok('Temporal', `${address} answers, and has the namespace ${namespace}`)
  return [answers, attributes, ...schedules, ...queues, ...versions, ...stuck]
}

async function examineAttributes(client: Client, namespace: string): Promise<Diagnosis> {
  const missing = await missingAttributes(client.connection.operatorService, namespace)
  const about = 'search attributes'
  if (missing.length === 0) return ok(about, `the namespace ${namespace} has them`)
  const said = `the namespace ${namespace} lacks ${missing.join(', ')}; nights would hang`
  return problem(about, said, attributesCommand(missing, namespace))
}
