import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { expect, test } from 'vitest'
import type { PlanAnswer } from '../../activities/activities.ts'
import { planCompose } from '../../activities/plan-compose.ts'
import { openQa, type OpenQa } from '../../clients/openqa/openqa.ts'
import { green } from '../../lab/scenarios/green.ts'
import { startLabOpenQa } from '../../lab/openqa/server.ts'
import { freshDatabase } from '../archive/fresh-database.ts'
import { steppedLab } from '../sources/stepped-lab.ts'
import { toolsOf } from './tools-of.ts'
import { startToCloseTimeoutMs } from './ample-time.ts'

const compose = 'Fedora-Rawhide-20261124.n.0'
const owner = 'nightly/rawhide/2026-11-24'
const key = { key: 'k', secret: 's' }
const clock = { now: () => 0, realMs: (minutes: number) => minutes * 60_000 }

/** Plans the compose where another scheduler has acted first. */
async function planAfter(act: (others: OpenQa) => Promise<unknown>): Promise<PlanAnswer> {
  await using stack = new AsyncDisposableStack()
  const server = await startLabOpenQa({ clock, ...key, outcomes: () => [] })
  stack.defer(() => server.close())
  const lab = stack.use(await steppedLab(green, '2026-11-24'))
  lab.at(600)
  const database = stack.use(await freshDatabase())
  const client = openQa({ url: server.url, ...key })
  await act(client)
  return await run(planCompose(toolsOf(lab, database, { client, canPost: true })))
}

function run(plan: ReturnType<typeof planCompose>): Promise<PlanAnswer> {
  const environment = new MockActivityEnvironment(
    { workflowExecution: { workflowId: owner, runId: 'a' }, startToCloseTimeoutMs },
    { logger: new DefaultLogger('ERROR') },
  )
  return environment.run(plan, { night: { stream: 'rawhide', date: '2026-11-24' } as const, compose, owner })
}

const theirs = {
  DISTRI: 'fedora',
  VERSION: 'Rawhide',
  FLAVOR: 'universal',
  ARCH: 'x86_64',
  BUILD: compose,
  LOCATION: 'https://kojipkgs.fedoraproject.org/compose',
}

test('a compose of which another scheduler posted one flavor is not posted, and the answer says whose it is', async () => {
  const answer = await planAfter((others) => others.post(theirs))

  expect(answer).toMatchObject({
    kind: 'observe',
    why: expect.stringMatching(
      /^openQA's jobs were posted by another scheduler \(\d+ jobs without Nightjar's marker, in the group fedora\)$/,
    ),
  })
})

test('jobs with a marker of Nightjar, and those of another compose, do not hinder a post', async () => {
  const answer = await planAfter(async (others) => {
    await others.post({ ...theirs, NIGHTJAR: 'g1_0123456789abcdef' })
    await others.post({ ...theirs, BUILD: 'Fedora-Rawhide-20261123.n.0' })
  })

  expect(answer.kind).toBe('post')
})
