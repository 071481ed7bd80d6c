import { setTimeout as sleep } from 'node:timers/promises'
import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { expect, test } from 'vitest'
import { schedulePost } from '../../activities/schedule-post.ts'
import { ClientFailure } from '../../clients/failure.ts'
import type { Tools } from '../../activities/tools.ts'
import { marker, markerSetting } from '../../jobs/plan/marker.ts'
import type { Post } from '../../jobs/plan/post.ts'
import type { Guard } from '../../lab/gates/spoil.ts'
import { makeTools } from '../../workers/tools.ts'
import { keptPlan } from '../jobs/kept-plan.ts'
import { setSmallStage } from '../night/small-stage.ts'

const build = 'Fedora-Rawhide-20261124.n.0'
const scope = { flavor: 'Server-boot-iso', arch: 'ppc64le' }
const post: Post = {
  ...scope,
  settings: {
    DISTRI: 'fedora',
    VERSION: 'Rawhide',
    FLAVOR: scope.flavor,
    ARCH: scope.arch,
    BUILD: build,
    [markerSetting]: marker({ build, ...scope, generation: 1 }),
  },
}

const nap = () => sleep(1200)

function stageOf(guard: Guard) {
  return setSmallStage([], {
    taskQueue: 'none',
    guard,
    patience: { call: '8 min', act: '9 min', send: '9 min' },
  })
}

async function run(tools: Tools, startToCloseTimeoutMs: number): Promise<unknown> {
  const plan = await tools.archive.keep(keptPlan(build, [post]), 'nightly/rawhide/2026-11-24')
  const environment = new MockActivityEnvironment(
    { startToCloseTimeoutMs },
    { logger: new DefaultLogger('ERROR') },
  )
  return await environment.run(schedulePost(tools), { plan, ...scope })
}

test('a post that is made already is found, and not made again', async () => {
  await using stage = await stageOf(() => null)
  const tools = makeTools(stage.settings, stage.archive)

  const outcomes = [await run(tools, 540_000), await run(tools, 540_000)]

  expect(outcomes).toMatchObject([{ kind: 'scheduled' }, { kind: 'scheduled' }])
  expect(stage.lab.openqa.posts()).toHaveLength(1)
})

test('a client.conf that cannot be read means that nothing was posted', async () => {
  await using stage = await stageOf(() => null)
  const unreadable = new ClientFailure('refused', 'openQA', 'client.conf cannot be read; fix its permissions')
  const tools = { ...makeTools(stage.settings, stage.archive), openqa: () => Promise.reject(unreadable) }

  await expect(run(tools, 540_000)).rejects.toMatchObject({
    type: 'NotPosted',
    message: unreadable.message,
  })
})

test('a worker that slept between its look and its post leaves the post to who has it by now', async () => {
  await using stage = await stageOf(({ method }) =>
    method === 'GET' ? { when: 'after', how: 'answer', meanwhile: nap } : null,
  )

  const late = run(makeTools(stage.settings, stage.archive), 3000)

  await expect(late).rejects.toMatchObject({ type: 'NotPosted' })
  expect(stage.lab.openqa.posts()).toEqual([])
})
