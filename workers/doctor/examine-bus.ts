import { subscribe } from '../../clients/bus/subscribe.ts'
import { topicsBelow } from '../../compose/messages/read-message.ts'
import { minuteOf } from '../../report/minute.ts'
import { clientProperties } from '../bus/client-properties.ts'
import type { Settings } from '../config/config.ts'
import { listenOf } from '../config/listen.ts'
import { noAnswer, ok, problem, type Diagnosis, type Examined } from './diagnosis.ts'
import { examineCertificate } from './examine-certificate.ts'
import { findingOf } from './finding-of.ts'

const about = 'messages'
const metricsMs = 3000

/** Whether the bus can be listened to, until when, and whether the worker here does. */
export async function examineBus(settings: Settings): Promise<Examined> {
  const { bus } = settings
  if (bus === undefined)
    return { findings: [ok(about, 'without [bus] nobody listens to them: nights only poll')], clocks: [] }
  const [certificate, broker, worker] = await Promise.all([
    examineCertificate('certificate of the bus', bus),
    examineBroker(bus),
    examineWorker(settings),
  ])
  return { findings: [broker, certificate, worker], clocks: [] }
}

type Bus = NonNullable<Settings['bus']>

/** Listens for a moment, as a worker does. */
async function examineBroker(bus: Bus): Promise<Diagnosis> {
  const listen = async () => {
    const question = { place: bus, topics: topicsBelow(bus.topic_prefix), client: clientProperties() }
    const subscription = await subscribe(question, () => undefined)
    await subscription.close()
    return `${new URL(bus.url).host} lets us listen`
  }
  const silent = 'nothing if it is an outage: nights poll meanwhile; otherwise correct bus.url'
  return await findingOf(about, listen, { silent, wrong: 'correct [bus], or its certificate' })
}

async function examineWorker(settings: Settings): Promise<Diagnosis> {
  const what = 'messages in the worker'
  const listen = listenOf(settings)
  const elsewhere = 'see nightjar_bus_up in the metrics of the workers, or "bus:" in their logs'
  if (listen === null) return ok(what, `no worker.listen says where to ask one: ${elsewhere}`)
  try {
    const response = await fetch(`http://${listen}/metrics`, { signal: AbortSignal.timeout(metricsMs) })
    return standsBy(what, listen, await response.text())
  } catch {
    return noAnswer(what, `no worker answers at ${listen}`, elsewhere)
  }
}

/** How a worker stands, by its metrics. */
function standsBy(what: string, listen: string, metrics: string): Diagnosis {
  const valueOf = (name: string) => {
    const [, value] = new RegExp(`^${name}(?:\\{[^}]*\\})? ([\\d.e+]+)$`, 'm').exec(metrics) ?? []
    return value === undefined ? null : Number(value)
  }
  const isUp = valueOf('nightjar_bus_up')
  const last = valueOf('nightjar_last_message_timestamp_seconds')
  const todo = 'look for "bus:" in its log'
  if (isUp === null) return problem(what, `the worker at ${listen} runs without [bus]`, 'start it again')
  if (isUp === 0) return problem(what, `the worker at ${listen} does not listen`, todo)
  const heard =
    last === null ? 'none came yet' : `the last came ${minuteOf(new Date(last * 1000).toISOString())}`
  return ok(what, `the worker at ${listen} listens; ${heard}`)
}
