import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { describe, expect, test } from 'vitest'
import type { FindInput, FindMemory, Found } from '../../../activities/activities.ts'
import type { Look } from '../../../activities/looks/look.ts'
import type { Tools } from '../../../activities/tools.ts'
import { observeCompose } from '../../../activities/looks/observe-compose.ts'
import { ClientFailure } from '../../../clients/failure.ts'
import { openQa } from '../../../clients/openqa/openqa.ts'
import { green } from '../../../lab/scenarios/green.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'
import { steppedLab } from '../../sources/stepped-lab.ts'
import { toolsOf } from '../tools-of.ts'

/** One look for the compose of a stream, by tools that differ from those of a lab. */
async function lookOf(
  stream: string,
  otherwise: (tools: Tools) => Partial<Tools>,
  compose: string | null = null,
) {
  await using lab = await steppedLab(green, '2026-11-24')
  await using database = await freshDatabase()
  const client = openQa({ url: 'http://127.0.0.1' })
  const tools = toolsOf(lab, database, { client, canPost: false })
  const input: FindInput = {
    night: { stream, date: '2026-11-24' },
    compose,
    discarded: [],
    pace: { lookMs: 1000, notBefore: null, until: null, nudged: true },
  }
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') })
  const look: Look<Found, FindMemory> = await environment.run(
    observeCompose({ ...tools, ...otherwise(tools) }),
    input,
    null,
  )
  return look
}

test('a bot wall in place of the folder index is told as garbled, not as no compose', async () => {
  const wall = '<!DOCTYPE html><html><body>Checking that you are not a bot</body></html>'

  const look = await lookOf('rawhide', ({ tree }) => ({ tree: { ...tree, read: async () => wall } }))

  expect(look).toMatchObject({
    kind: 'not-yet',
    said: expect.stringMatching(/^expected a folder index .* not a bot.* \(garbled\)$/),
    answeredAt: null,
  })
})

test('a stream that the worker does not know is not one without a compose', async () => {
  const look = await lookOf('kinoite', () => ({}))

  expect(look).toMatchObject({
    kind: 'not-yet',
    said: "this worker's configuration has no stream kinoite; it has rawhide, branched, candidate, iot, cloud, eln",
    answeredAt: null,
  })
})

/** A tree that does not answer. */
function unread(): Promise<string> {
  return Promise.reject(new ClientFailure('unreachable', 'the compose tree', 'no answer'))
}

describe('of a due window', () => {
  const over = { from: '2026-01-02T01:50:00.000Z', until: '2026-01-02T13:50:00.000Z' }
  const open = { from: '2998-01-02T01:50:00.000Z', until: '2999-01-02T13:50:00.000Z' }

  test('that is over no compose can come, so the night need not wait', async () => {
    await expect(lookOf('rawhide', () => ({ windowOf: () => over }))).rejects.toMatchObject({
      type: 'NoRespins',
      message: expect.stringContaining('no Fedora-Rawhide-*.n.* that started from 2026-01-02 01:50 to'),
    })
  })

  test('that is open one may come', async () => {
    const look = await lookOf('rawhide', () => ({ windowOf: () => open }))

    expect(look).toMatchObject({ kind: 'not-yet', said: expect.stringContaining('that started from') })
  })

  test('that is over a compose that is named may still come to be seen', async () => {
    const look = await lookOf('rawhide', () => ({ windowOf: () => over }), 'Fedora-Rawhide-20261124.n.7')

    expect(look).toMatchObject({
      kind: 'not-yet',
      said: expect.stringContaining('no Fedora-Rawhide-20261124.n.7 in'),
    })
  })

  test('nothing is known while the folder cannot be read: that is no answer, also after its end', async () => {
    const look = await lookOf('rawhide', ({ tree }) => ({
      tree: { ...tree, read: unread },
      windowOf: () => over,
    }))

    expect(look).toMatchObject({ kind: 'not-yet', said: 'the compose tree: no answer', answeredAt: null })
  })
})
