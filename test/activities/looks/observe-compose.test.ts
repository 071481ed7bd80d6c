import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { expect, test } from 'vitest'
import type { FindInput, FindMemory, Found } from '../../../activities/activities.ts'
import type { Look } from '../../../activities/looks/look.ts'
import { observeCompose } from '../../../activities/looks/observe-compose.ts'
import { openQa } from '../../../clients/openqa/openqa.ts'
import { green } from '../../../lab/scenarios/green.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'
import { steppedLab } from '../../sources/stepped-lab.ts'
import { toolsOf } from '../tools-of.ts'

test('a bot wall in place of the folder index is told as garbled, not as no compose', async () => {
  await using lab = await steppedLab(green, '2026-11-24')
  await using database = await freshDatabase()
  const wall = '<!DOCTYPE html><html><body>Checking that you are not a bot</body></html>'
  const client = openQa({ url: 'http://127.0.0.1' })
  const all = toolsOf(lab, database, { client, canPost: false })
  const tools = { ...all, tree: { ...all.tree, read: async () => wall } }
  const input: FindInput = {
    night: { stream: 'rawhide', date: '2026-11-24' },
    compose: null,
    discarded: [],
    pace: { lookMs: 1000, notBefore: null, until: null, nudged: true },
  }
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') })

  const look: Look<Found, FindMemory> = await environment.run(observeCompose(tools), input, null)

  expect(look).toMatchObject({
    kind: 'not-yet',
    said: expect.stringMatching(/^expected a folder index .* not a bot.* \(garbled\)$/),
    answeredAt: null,
  })
})
