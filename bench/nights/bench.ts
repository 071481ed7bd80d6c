import { table } from '../../cli/table.ts'
import { installRuntime } from '../../workers/process/runtime.ts'
import { latencies, lookMs } from './latency.ts'
import { playWhole } from './whole.ts'

/** The jobs of the nights that are played, and how many minutes each takes. */
const sizes = [
  [10, 45],
  [100, 25],
  [1000, 6],
  [100, 5],
  [100, 60],
  [100, 80],
] as const

const nights = 20

/** Plays whole nights, and prints how soon they act and what they leave in Temporal. */
export async function nightsBench(): Promise<void> {
  installRuntime({ format: 'text', level: 'ERROR' })
  await printLatencies()
  const rows = []
  for (const [jobs, minutes] of sizes) {
    const whole = await playWhole(jobs, minutes)
    const { events, bytes, actions } = whole
    rows.push([jobs, whole.hours.toFixed(1), events, (bytes / 1000).toFixed(0), actions].map(String))
  }
  console.log('\nA whole night in Temporal, to the end of its run\n')
  console.log(table(['JOBS', 'HOURS', 'EVENTS', 'KB', 'ACTIONS'], rows))
}

function row(what: string, times: readonly number[]): readonly string[] {
  const [p50 = '', p95 = ''] = [0.5, 0.95].map((share) => (percentile(times, share) / lookMs).toFixed(2))
  return [what, p50, p95, Math.min(...times).toFixed(0)]
}

async function printLatencies(): Promise<void> {
  const all = await latencies(nights)
  console.log(`\n${nights} nights at once: how soon they act, in poll intervals of ${lookMs} ms\n`)
  console.log(
    table(
      ['FROM → TO', 'P50', 'P95', 'SOONEST MS'],
      [
        row(
          'the compose has finished → the first post',
          all.map(({ toPost }) => toPost),
        ),
        row(
          'the last job has ended → the mail is taken',
          all.map(({ toMail }) => toMail),
        ),
      ],
    ),
  )
}

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? Number.NaN
}
