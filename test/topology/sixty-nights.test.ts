import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { home } from '../../workers/folders.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { startNight } from '../../workers/start-night.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import { databaseAt } from '../archive/fresh-database.ts'
import { manyNights, type OneOfMany } from '../night/many-scripts.ts'
import { isAsScripted, messagesOf, productsOf } from '../night/play-many-nights.ts'
import { setSmallStage } from '../night/small-stage.ts'
import { startInTurns } from '../night/turns.ts'
import { makeNextVersion, nightsOfNextVersion } from '../night/next-version.ts'
import { keep, type Kept } from './kept.ts'
import { setUpProduction } from './production.ts'
import { builtPrograms } from './temporal-programs.ts'
import { throughOutages } from './through-outages.ts'
import { makeMachine, workerOf } from './worker-process.ts'

const count = 60

test(`${count} nights report once, though Temporal, PostgreSQL and both workers are killed in turn during an upgrade`, async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-topology-'))
  await using stack = new AsyncDisposableStack()
  const { path } = folder
  const { address, ...servers } = await setUpProduction(
    { folder: path, programs: builtPrograms() ?? '' },
    stack,
  )
  const nights = manyNights(count)
  const stage = stack.use(
    await setSmallStage(
      nights.flatMap(({ compose }) => compose ?? []),
      {
        taskQueue: 'nightjar',
        guard: () => null,
        patience: { call: '10 s', act: '12 s', send: '12 s' },
        database: await databaseAt(servers.databaseUrl),
      },
    ),
  )
  const next = join(path, 'next')
  await makeNextVersion(next)
  const machines = ['a', 'b'].map((name) => ({ folder: join(path, name), address }))
  const workers: Kept[] = []
  for (const machine of machines) {
    await makeMachine(machine, stage.file)
    workers.push(stack.use(await keep(machine.folder, workerOf(machine, home))))
  }
  const client = await connectClient({ options: { address }, namespace: 'default', ui: null })
  stack.defer(() => client.connection.close())
  const { patience, task_queue: taskQueue } = stage.settings

  const ended = new Set<string>()
  const play = async (one: OneOfMany): Promise<string | null> => {
    const { night, expects } = one
    const find = expects === 'absent' ? { ...patience.find, deadlineMs: 8000 } : patience.find
    await throughOutages(() => startNight(client, { night, patience: { ...patience, find }, taskQueue }))
    const id = nightId(night)
    const result = await throughOutages(() => awaitNight(client, id)).finally(() => ended.add(id))
    const isFine = await throughOutages(() => isAsScripted(stage, nights, one, result))
    return isFine ? null : `${id} ${result.verdict}, not ${expects}`
  }
  const killing = killInTurn([servers.temporal, servers.postgres, ...workers], ended)
  const upgrading = workers.map(async (worker, nth) => {
    while (ended.size < ((nth + 1) * count) / 3) await sleep(500)
    const machine = machines[nth]
    if (machine) await worker.replace(workerOf(machine, next))
  })
  const wrong = await Promise.all(startInTurns(nights, 12, play).values())
  await Promise.all(upgrading)

  const kills = await killing
  console.log(
    `killed: ${[...Map.groupBy(kills, (name) => name)].map(([name, all]) => `${all.length} × ${name}`).join(', ')}`,
  )
  expect(new Set(kills).size).toBe(4)
  expect(productsOf(stage, nights)).toMatchObject({ doubled: [], missing: [] })
  const messages = await messagesOf(stage)
  expect(messages).toMatchObject({ reports: count, mails: count })
  expect(messages.mostCopies).toBeLessThanOrEqual(2)
  expect(wrong.filter((each) => each !== null)).toEqual([])
  expect(
    await nightsOfNextVersion(
      client,
      nights.map(({ night }) => nightId(night)),
    ),
  ).toBeGreaterThan(0)
})

/** How many nights end between two kills. A time between them would not be enough on a busy machine. */
const nightsBetween = 3

/** Kills one after the other while nights go on; answers their names. */
async function killInTurn(all: readonly Kept[], ended: ReadonlySet<string>): Promise<readonly string[]> {
  const killed: string[] = []
  for (let due = nightsBetween; due < count; due += nightsBetween) {
    while (ended.size < due) await sleep(100)
    const one = all[killed.length % all.length]
    if (one === undefined) break
    one.kill()
    killed.push(one.name)
  }
  return killed
}
