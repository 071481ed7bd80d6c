import { table } from '../../cli/table.ts'
import { compareLooks, type LookCost } from './looks.ts'
import { playBenchNight } from './night.ts'
import { weighWait, type WaitCost } from './wait.ts'
import { pythonWith } from '../private-python.ts'

const version = '4.3.1'

/** Measures Nightjar's requests to openQA against openqa-client at the same server, and prints them. */
export async function openQaBench(): Promise<void> {
  const python = await pythonWith('openqa-client', version)
  if (python === null)
    console.log(
      `skipped: openqa-client ${version} cannot be installed here (python3 with venv and a package registry)`,
    )
  await printNight(300, python)
  await printLooks(1000, python)
  await printWaits([300, 1000])
}

function megabytes({ bytes }: WaitCost): string {
  return (bytes / 1e6).toFixed(1)
}

async function printWaits(sizes: readonly number[]): Promise<void> {
  const rows = []
  for (const size of sizes) {
    const { nightjar, whole } = await weighWait(size)
    const requests = `${whole.requests} / ${nightjar.requests}`
    const less = (whole.bytes / nightjar.bytes).toFixed(1)
    rows.push([String(size), String(whole.looks), requests, megabytes(whole), megabytes(nightjar), less])
  }
  console.log('\nA whole wait, looking every two minutes; × is each look at all jobs / nightjar\n')
  console.log(table(['JOBS', 'LOOKS', 'REQUESTS', 'MB, ALL EACH LOOK', 'MB, NIGHTJAR', '×'], rows))
}

async function printNight(size: number, python: string | null): Promise<void> {
  const { verdict, posts, jobs, clones, requests, minutes, theirs } = await playBenchNight(size, python)
  const all = [...requests.values()].reduce((sum, count) => sum + count, 0)
  console.log(
    `\nA night of ${jobs} jobs from ${posts} posts, ${clones} tried again, ${verdict}: ${all} requests to openQA ` +
      `in ${minutes.toFixed(0)} minutes of lab time, looking every two\n`,
  )
  const rows = [...requests].map(([purpose, count]) => [String(count), purpose])
  const others = theirs === null ? [] : [[String(theirs), `openqa-client ${version}: looks at all jobs`]]
  console.log(table(['REQUESTS', 'FOR'], [...rows, ...others]))
}

async function printLooks(size: number, python: string | null): Promise<void> {
  const { nightjar, theirs, payload } = await compareLooks(size, python)
  console.log(
    `\nA look at a build of ${size} jobs, half of them done; × is openqa-client ${version} / nightjar\n`,
  )
  const row = (what: string, of: (cost: LookCost) => number, digits = 0) => [
    what,
    theirs ? of(theirs).toFixed(digits) : '-',
    of(nightjar).toFixed(digits),
    theirs ? (of(theirs) / of(nightjar)).toFixed(2) : '-',
  ]
  console.log(
    table(
      ['WHAT', 'OPENQA-CLIENT', 'NIGHTJAR', '×'],
      [
        ['seen', theirs?.answer ?? '-', nightjar.answer, ''],
        row('requests', ({ requests }) => requests),
        row('KB read', ({ bytes }) => bytes / 1000),
        row('ms, the first of a process', ({ firstMs }) => firstMs),
        row('ms, the middle one of many', ({ ms }) => ms, 1),
        row('MB of the process before', ({ base }) => base),
        row('MB more for one look', ({ onePeak, base }) => onePeak - base),
        row('MB more for looks without a pause', ({ peak, base }) => peak - base),
        ['bytes to Temporal: each look (no history)', '-', String(payload.heartbeat), ''],
        ['bytes to Temporal: the last look of a lap', '-', String(payload.answer), ''],
      ],
    ),
  )
}
