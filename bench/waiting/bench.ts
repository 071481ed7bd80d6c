import { loadavg } from 'node:os'
import { table } from '../../cli/table.ts'
import { weighWaiting, type WaitingCost } from './wait.ts'

/** Has nights wait on one worker process, and prints what they cost. */
export async function waitingBench(sizes: readonly number[]): Promise<void> {
  const rows = []
  for (const size of sizes) rows.push(rowOf(await weighWaiting(size)))
  console.log(
    '\nNights that wait for composes which never finish, on one worker process, with a look every two minutes;\n' +
      'measured for two minutes\n',
  )
  const head = [
    'NIGHTS',
    'MB BEFORE',
    'MB',
    'KB A NIGHT',
    'CPU %',
    'SERVER MB',
    'SERVER CPU %',
    'REQUESTS A MIN',
    'ACTIONS A MIN',
  ]
  console.log(table([...head, 'EVENTS', 'LOAD'], rows))
}

function rowOf({
  nights,
  base,
  memory,
  cpu,
  server,
  requests,
  actions,
  events,
}: WaitingCost): readonly string[] {
  const asked = [...requests].filter(([, rate]) => rate > 0)
  return [
    String(nights),
    (base / 1e6).toFixed(0),
    (memory / 1e6).toFixed(0),
    ((memory - base) / nights / 1e3).toFixed(0),
    (cpu * 100).toFixed(1),
    (server.memory / 1e6).toFixed(0),
    (server.cpu * 100).toFixed(1),
    asked.map(([name, rate]) => `${rate.toFixed(0)} ${name}`).join(', '),
    actions.toFixed(0),
    events.toFixed(0),
    loadavg()[1]?.toFixed(1) ?? '',
  ]
}
