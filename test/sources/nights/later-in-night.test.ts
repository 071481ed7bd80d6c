import { expect, test } from 'vitest'
import type { NightRun } from '../../../archive/nights/night-run.ts'
import { laterInNight } from '../../../sources/nights/later-in-night.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'

const night = { stream: 'eln', date: '2026-11-24', hour: '22' } as const
const at = '2026-11-24T22:30:00.000Z'

/** What the archive knows to be later, where these runs (by what follows the stream) were due at an hour. */
async function later(runs: Readonly<Record<string, string>>, compose: string, of: object = night) {
  await using database = await freshDatabase()
  const { archive } = database
  for (const [name, due] of Object.entries(runs)) {
    const run: NightRun = {
      id: `nightly/eln/${name}`,
      temporalRun: name,
      stream: 'eln',
      date: due.slice(0, 10),
      due: `${due}:00:00.000Z`,
    }
    await archive.heard(run, { stage: 'find', said: 'nothing yet', at })
    const seen = { id: name, stream: 'eln', label: null, state: 'STARTED', at, url: 'http://tree' }
    if (name.startsWith('Fedora')) await archive.seenCompose(seen)
  }
  return await laterInNight(archive, { ...night, ...of }, compose)
}

test('a compose that came later in its window is a respin, also of the next date; one of another window is none', async () => {
  const runs = {
    '2026-11-24T22': '2026-11-24T22',
    'Fedora-eln-20261124.n.3': '2026-11-24T22',
    'Fedora-eln-20261125.n.0': '2026-11-24T22',
    'Fedora-eln-20261125.n.1': '2026-11-25T02',
  }

  expect(await later(runs, 'Fedora-eln-20261124.n.3')).toEqual({
    compose: 'Fedora-eln-20261125.n.0',
    run: 'nightly/eln/Fedora-eln-20261125.n.0',
  })
  expect(await later(runs, 'Fedora-eln-20261125.n.0')).toBeNull()
})

test('of a night of a date it is the newest of that date', async () => {
  const runs = { 'Fedora-eln-20261124.n.4': '2026-11-24T18', 'Fedora-eln-20261125.n.0': '2026-11-25T02' }

  expect(await later(runs, 'Fedora-eln-20261124.n.3', { hour: undefined })).toEqual({
    compose: 'Fedora-eln-20261124.n.4',
    run: 'nightly/eln/Fedora-eln-20261124.n.4',
  })
})
