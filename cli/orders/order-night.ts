import type { Client } from '@temporalio/client'
import type { GivenOrder, OrderOutcome } from '../../workers/orders/order-outcome.ts'
import type { MeantNight } from '../../workers/orders/night-of-stream.ts'
import { exitCode } from '../exit-code.ts'
import { orderForm, type OrderAnswer } from '../forms/order.ts'
import { takeInterruptions } from '../interruption.ts'
import { jsonOf } from '../json.ts'
import { isGood } from '../nights/is-good.ts'
import { withClient } from '../nights/with-client.ts'
import { meantNight } from './meant-night.ts'
import { signatureOf, type OrderOptions } from './order-options.ts'

/** An order, and the night that is meant where only a stream is named. */
export interface AskedOrder extends GivenOrder {
  readonly meant: MeantNight
}

/** Gives an order to a night, says what it answers, and sets the exit code. */
export async function orderNight(name: string, asked: AskedOrder, options: OrderOptions): Promise<void> {
  const { giveOrder, wouldTake } = await import('../../workers/orders/give-order.ts')
  const given = { name: asked.name, request: { ...asked.request, ...signatureOf(options) } }
  await withClient(options, async (client, settings) => {
    const night = await meantNight(client, settings, name, asked.meant)
    if ('none' in night) return refuse(night.none)
    const give = options.dryRun ? wouldTake : giveOrder
    const outcome = await give(client, settings, night, given)
    if (outcome.kind === 'not taken') {
      console.error(`nightjar: ${outcome.night}: ${outcome.said}; start a worker with: nightjar worker`)
      process.exitCode = exitCode.unreachable
    } else if (outcome.kind === 'taken' && options.wait) {
      await sayAfter(client, given, outcome, options)
    } else say(given, outcome, options)
  })
}

function refuse(why: string): void {
  console.error(`nightjar: ${why}`)
  process.exitCode = exitCode.bad
}

type Answered = Exclude<OrderOutcome, { kind: 'not taken' }>

function say(given: GivenOrder, outcome: Answered, { json }: OrderOptions): void {
  const { kind, said, night } = outcome
  const isRefused = kind === 'refused' || kind === 'would be refused'
  if (json) console.log(jsonOf(orderForm, answerOf(given, outcome)))
  else if (isRefused) console.error(`nightjar: ${night}: ${kind}: ${said}`)
  else if (kind === 'taken') console.log(withName(night, said))
  else console.log(`${night} would take it: ${said}`)
  if (isRefused) process.exitCode = exitCode.bad
}

function answerOf({ name: order }: GivenOrder, outcome: Answered): OrderAnswer {
  const { kind: answer, night, said } = outcome
  const taken = outcome.kind === 'taken' ? outcome : null
  const { id = null, run = null, isNewRun: newRun = false } = taken ?? {}
  return { night, order, answer, said, id, run, newRun, became: '', result: null, noReport: null }
}

/** The answer names the night, also where the night's own sentence does not. */
function withName(night: string, said: string): string {
  return said.startsWith(night) ? said : `${night}: ${said}`
}

/** Waits for the next report, and says it. */
async function sayAfter(
  client: Client,
  given: GivenOrder,
  taken: Extract<Answered, { kind: 'taken' }>,
  { json }: OrderOptions,
): Promise<void> {
  console.error(`nightjar: ${withName(taken.night, taken.said)}; waiting for its report`)
  const { awaitOrder } = await import('../../workers/orders/await-order.ts')
  using interruption = takeInterruptions()
  const answer = answerOf(given, taken)
  try {
    const { result: whole, became, isUndone } = await interruption.orSooner(awaitOrder(client, taken))
    const { left: _, ...result } = whole
    if (became !== '') console.error(`nightjar: ${withName(taken.night, became)}`)
    console.log(json ? jsonOf(orderForm, { ...answer, became, result }) : result.subject)
    process.exitCode = isGood(result) && !isUndone ? exitCode.good : exitCode.bad
  } catch (error) {
    const { endOfRun } = await import('../../workers/read-nights.ts')
    const noReport = interruption.signal.aborted ? null : await endOfRun(client, taken.night)
    if (noReport === null) throw error
    const said = `${taken.night} left no report: ${noReport}`
    console.log(json ? jsonOf(orderForm, { ...answer, noReport }) : said)
    process.exitCode = exitCode.bad
  }
}
