import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@temporalio/client'
import { escapedText, safeText } from '../../compose/safe-line.ts'
import type { NightDetail } from '../../workers/read-nights.ts'
import { takeInterruptions } from '../interruption.ts'
import { runningNight } from './running-night.ts'

/** How often a night is read, in milliseconds. */
const readMs = 1000

/**
 * Shows a night until it ends: in a terminal its table is drawn again at every change, elsewhere each change
 * is a line.
 */
export async function follow(client: Client, first: NightDetail): Promise<void> {
  const { readNight } = await import('../../workers/read-nights.ts')
  using interruption = takeInterruptions()
  const show = process.stdout.isTTY ? drawer(process.stdout) : lineWriter()
  for (let night: NightDetail | null = first; night !== null;) {
    show(night)
    if (night.status !== 'RUNNING') return
    await interruption.orSooner(sleep(readMs, undefined, interruption))
    night = await interruption.orSooner(readNight(client, night.night))
  }
}

/** Draws a night over what was drawn before. */
function drawer(terminal: NodeJS.WriteStream): (night: NightDetail) => void {
  let drawn = ''
  return (night) => {
    const text = escapedText(runningNight(night))
    if (text === drawn) return
    const lines = text.split('\n').map((line) => `${line}\u001B[K\n`)
    terminal.write(`${drawn === '' ? '\u001B[2J' : ''}\u001B[H${lines.join('')}\u001B[J`)
    drawn = text
  }
}

function lineWriter(): (night: NightDetail) => void {
  const changes = changesOfNight()
  return (night) => {
    const at = new Date().toISOString().slice(11, 19)
    changes(night).forEach((line) => console.log(`${at} ${line}`))
  }
}

/** Says what is other than before: of a stage, a look, an order, or the night as a whole. */
export function changesOfNight(): (night: NightDetail) => readonly string[] {
  const told = new Map<string, string>()
  return (night) =>
    factsOf(night).flatMap(([about, said]) => {
      if (told.get(about) === said) return []
      told.set(about, said)
      return [safeText(said)]
    })
}

function factsOf({ night, status, compose, verdict, progress, pending, end }: NightDetail) {
  const whole = `${night}: ${verdict || 'no verdict yet'} (${compose || 'no compose yet'}, run ${status.toLowerCase()})`
  const stages = (progress?.stages ?? []).filter(({ state }) => state !== 'ahead' && state !== 'skipped')
  const facts: readonly (readonly [string, string])[] = [
    ['night', end === null ? whole : `${whole}; it left no report: ${end}`],
    ...stages.map(({ name, state, lastAnswer }) => [name, `${name} ${state}: ${lastAnswer}`] as const),
    ...pending.map((said, at) => [`look ${at}`, `now: ${said}`] as const),
    ...(progress?.orders ?? []).map(
      ({ id, asked, by, became }) =>
        [`order ${id}`, `order of ${by ?? 'somebody'}: ${asked}: ${became || 'under way'}`] as const,
    ),
  ]
  return facts
}
