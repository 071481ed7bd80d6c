import { table } from '../cli/table.ts'
import { archiveBench } from './archive/bench.ts'
import { commandsBench } from './commands.ts'
import { limits } from './limits.ts'
import { reportBench } from './report.ts'
import { nightsBench } from './nights/bench.ts'
import { openQaBench } from './openqa/openqa.ts'
import { webBench } from './web/bench.ts'
import { waitingBench } from './waiting/bench.ts'

/** The parts, which can be named: `npm run bench -- waiting 10 100 1000`. */
const parts: Readonly<Record<string, (numbers: readonly number[]) => Promise<void>>> = {
  commands: commandsBench,
  alone: async () => console.log(`\nAlone\n\n${table(head, [...(await limits()), ...reportBench()])}`),
  openqa: openQaBench,
  archive: () => archiveBench(),
  web: ([nights, jobs]) => webBench(nights, jobs),
  waiting: (sizes) => waitingBench(sizes.length > 0 ? sizes : [10, 100, 1000]),
  nights: nightsBench,
}
const head = ['WHAT', 'MEASURED', 'AIM']

const [named, ...numbers] = process.argv.slice(2)
if (named !== undefined && parts[named] === undefined)
  throw new Error(`no part ${named}; there are ${Object.keys(parts).join(', ')}`)
for (const [name, run] of Object.entries(parts)) {
  if (named === undefined || named === name) await run(numbers.map(Number))
}
