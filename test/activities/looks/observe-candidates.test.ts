import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { expect, test } from 'vitest'
import { observeCandidates } from '../../../activities/looks/observe-candidates.ts'
import type { CandidatesInput, SeenCandidates } from '../../../activities/looks/composes-seen.ts'
import type { Look } from '../../../activities/looks/look.ts'
import type { NightArchive } from '../../../archive/night-archive.ts'
import { openQa } from '../../../clients/openqa/openqa.ts'
import { green } from '../../../lab/scenarios/green.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'
import { steppedLab } from '../../sources/stepped-lab.ts'
import { toolsOf } from '../tools-of.ts'

const [first, second] = ['Fedora-44-20261123.0', 'Fedora-44-20261124.0']

/** One look of a watch at a folder with two composes, whose composeinfo.json files have these texts. */
async function lookAt(
  texts: Readonly<Record<string, string>>,
  {
    known = [],
    ended = null,
  }: { readonly known?: CandidatesInput['known']; readonly ended?: string | null } = {},
): Promise<Look<SeenCandidates>> {
  await using lab = await steppedLab(green, '2026-11-24')
  await using database = await freshDatabase()
  const tools = toolsOf(lab, database, { client: openQa({ url: 'http://127.0.0.1' }), canPost: false })
  const read = async (url: string) => {
    if (url.endsWith('/44/')) return `<a href="${first}/">1</a><a href="${second}/">2</a>`
    const [, id = ''] = /(Fedora-44-\d+\.\d)\/compose\/metadata\/composeinfo.json$/.exec(url) ?? []
    return texts[id] ?? (await tools.tree.read(url))
  }
  const input: CandidatesInput = {
    night: { stream: 'candidate', date: '2026-11-24' },
    known,
    pace: { lookMs: 1000, notBefore: null, until: null, nudged: true },
  }
  if (ended !== null) await database.archive.closeRun(...endedRun(ended))
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') })
  const look: Look<SeenCandidates> = await environment.run(
    observeCandidates({ ...tools, tree: { ...tools.tree, read } }),
    input,
  )
  return look
}

/** A run that has tested the candidate RC-1.2, and its end. */
function endedRun(compose: string): Parameters<NightArchive['closeRun']> {
  const at = '2026-11-24T09:00:00.000Z'
  const run = {
    id: 'candidate/44/RC-1.2',
    temporalRun: 'one',
    stream: 'candidate',
    date: '2026-11-23',
    due: at,
  }
  return [run, { at, outcome: 'tested', verdict: 'passed', compose, noReport: null }]
}

function info(id: string, label: string): string {
  return JSON.stringify({ payload: { compose: { id, type: 'production', label } } })
}

test('a candidate is seen beside a compose whose label cannot be read', async () => {
  expect(await lookAt({ [first]: '{', [second]: info(second, 'RC-1.2') })).toMatchObject({
    kind: 'seen',
    answer: { candidates: [{ compose: second, run: 'candidate/44/RC-1.2', date: '2026-11-24' }] },
  })
})

test('without another candidate, that label is told as not known', async () => {
  expect(await lookAt({ [first]: info(second, 'RC-1.2') })).toMatchObject({
    kind: 'not-yet',
    said: expect.stringContaining(`expected the composeinfo.json of ${first}`),
    answeredAt: null,
  })
})

const both = { [first]: info(first, 'RC-1.2'), [second]: info(second, 'RC-1.2') }
const ofFirst = { compose: first, run: 'candidate/44/RC-1.2', date: '2026-11-23' }
const ofSecond = { compose: second, run: `candidate/44/RC-1.2/${second}`, date: '2026-11-24' }

test('of two composes with one label the later has its id in the name of its run', async () => {
  expect(await lookAt(both)).toMatchObject({ answer: { candidates: [ofFirst, ofSecond] } })
})

test('so it has where the watch knows the first, or the archive does', async () => {
  expect(await lookAt(both, { known: [ofFirst] })).toMatchObject({ answer: { candidates: [ofSecond] } })
  expect(await lookAt(both, { ended: first })).toMatchObject({ answer: { candidates: [ofSecond] } })
  const alone = { [second]: info(second, 'RC-1.2') }
  expect(await lookAt(alone, { ended: first })).toMatchObject({ answer: { candidates: [ofSecond] } })
})

test('a candidate that has reported is not tested again', async () => {
  const alone = { [second]: info(second, 'RC-1.2') }

  expect(await lookAt(alone, { ended: second })).toMatchObject({ kind: 'not-yet' })
})
