import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { expect, test } from 'vitest'
import type { PlanAnswer, PlanRequest } from '../../activities/activities.ts'
import { planCompose } from '../../activities/plan-compose.ts'
import { recallPlan } from '../../activities/recall.ts'
import type { Tools } from '../../activities/tools.ts'
import { openQa } from '../../clients/openqa/openqa.ts'
import { green } from '../../lab/scenarios/green.ts'
import { mash, mashNight } from '../../lab/mash/usual-mash.ts'
import type { LabScenario } from '../../lab/script.ts'
import { freshDatabase } from '../archive/fresh-database.ts'
import { steppedLab } from '../sources/stepped-lab.ts'
import { toolsOf } from './tools-of.ts'
import { startToCloseTimeoutMs } from './ample-time.ts'

const owner = 'nightly/rawhide/2026-11-24'
const pungi = { compose: 'Fedora-Rawhide-20261124.n.0', scenario: green }

test('the markers of a plan are those of its run: a retry has the same, another run others', async () => {
  await using planner = await plannerOf(pungi)

  const [first, again, other] = [await planner.plan('a'), await planner.plan('a'), await planner.plan('b')]

  expect(again).toEqual(first)
  const markers = new Set(first.map(({ settings }) => settings['NIGHTJAR']))
  expect(markers.size).toBe(first.length)
  expect(other.filter(({ settings }) => markers.has(settings['NIGHTJAR']))).toEqual([])
})

test('a night that is asked for some flavors plans these', async () => {
  await using planner = await plannerOf(pungi)

  const posts = await planner.plan('a', { flavors: ['kde-live-iso', 'universal'] })

  expect(posts.map(({ flavor }) => flavor)).toEqual(['KDE-live-iso', 'universal'])
})

test('a night of 2015 that is asked for some flavors plans these', async () => {
  await using planner = await plannerOf({ compose: 'Rawhide__20261124', scenario: mashScenario })

  const posts = await planner.plan('a', { flavors: ['Generic_Boot'] })

  expect(posts.map(({ flavor }) => flavor)).toEqual(['generic_boot'])
})

test('a night that is asked for flavors that the compose does not have is not planned, and says so', async () => {
  await using planner = await plannerOf(pungi)

  const planning = planner.plan('a', { flavors: ['Sugar-live-iso'] })

  await expect(planning).rejects.toMatchObject({
    type: 'NoPosts',
    nonRetryable: true,
    message: `${pungi.compose} has nothing to test of the flavors Sugar-live-iso`,
  })
})

const mashScenario: LabScenario = {
  name: 'stepped',
  title: 'stepped',
  branched: 44,
  generation: 'mash',
  nights: [mashNight('rawhide', mash({})), mashNight('branched', mash())],
  disturbances: [],
  expects: { rawhide: '', branched: '' },
}

async function plannerOf({ compose, scenario }: { compose: string; scenario: LabScenario }) {
  await using stack = new AsyncDisposableStack()
  const lab = stack.use(await steppedLab(scenario, '2026-11-24'))
  lab.at(600)
  const database = stack.use(await freshDatabase())
  const client = openQa({ url: 'http://127.0.0.1:1', key: 'A', secret: 'B' })
  const tools = toolsOf(lab, database, { client, canPost: true })
  const request = { night: { stream: 'rawhide', date: '2026-11-24' }, compose, owner } as const
  const kept = stack.move()
  return {
    plan: async (runId: string, asked: Pick<PlanRequest, 'flavors'> = {}) => {
      const answer = await run(tools, runId, { ...request, ...asked })
      return answer.kind === 'post' ? (await recallPlan(tools.archive, answer.plan)).posts : []
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

function run(tools: Tools, runId: string, request: PlanRequest): Promise<PlanAnswer> {
  const environment = new MockActivityEnvironment(
    { workflowExecution: { workflowId: owner, runId }, startToCloseTimeoutMs },
    { logger: new DefaultLogger('ERROR') },
  )
  return environment.run(planCompose(tools), request)
}
