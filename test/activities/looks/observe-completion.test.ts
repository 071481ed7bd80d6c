import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { expect, test } from 'vitest'
import type { Completion, CompletionInput, StateMemory } from '../../../activities/activities.ts'
import type { Look } from '../../../activities/looks/look.ts'
import { observeCompletion } from '../../../activities/looks/observe-completion.ts'
import { openQa } from '../../../clients/openqa/openqa.ts'
import type { LabScenario } from '../../../lab/script.ts'
import { compose, night } from '../../../lab/usual.ts'
import { cached } from '../../../sources/koji-cache.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'
import { steppedLab } from '../../sources/stepped-lab.ts'
import { toolsOf } from '../tools-of.ts'

/** A compose of which a task of Koji ends last, at minute 500. */
function kojiLast(): LabScenario {
  const usual = compose()
  const tasks = usual.tasks.map((task, nth) => (nth === 0 ? { ...task, until: 500 } : task))
  return {
    name: 'koji-last',
    title: 'a task of Koji ends last',
    branched: 44,
    nights: [night('rawhide', { ...usual, tasks })],
    disturbances: [],
    expects: { rawhide: 'passed', branched: 'absent' },
  }
}

test('a look that a message brought about asks Koji anew: what ended just now is not hidden by the cache', async () => {
  await using lab = await steppedLab(kojiLast(), '2026-11-24')
  await using database = await freshDatabase()
  const tasks = cached(lab.tools.tasks, { lifetimeMs: 600_000 })
  const all = async () => ({ ...(await lab.tools.all()), tasks })
  const client = openQa({ url: 'http://127.0.0.1' })
  const tools = { ...toolsOf(lab, database, { client, canPost: false }), tasks, all }
  const look = observeCompletion(tools)
  const observe = (nudged: boolean, memory: StateMemory | null): Promise<Look<Completion, StateMemory>> => {
    const input: CompletionInput = {
      night: { stream: 'rawhide', date: '2026-11-24' },
      compose: 'Fedora-Rawhide-20261124.n.0',
      fixed: false,
      waived: [],
      // A lap of one look, in any case.
      pace: { lookMs: 1000, notBefore: null, until: nudged ? null : '2026-11-24T00:00:00.000Z', nudged },
    }
    return new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') }).run(look, input, memory)
  }

  lab.at(490)
  const before = await observe(false, null)
  lab.at(501)
  const after = await observe(true, 'memory' in before ? before.memory : null)

  expect(before).toMatchObject({ kind: 'not-yet', said: expect.stringContaining('Koji') })
  expect(after).toMatchObject({ kind: 'seen', answer: { kind: 'complete' } })
})
