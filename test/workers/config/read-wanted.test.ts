import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wantedByFedora } from '../../../jobs/plan/wanted.ts'
import { loadConfig } from '../../../workers/config/config.ts'
import { placesOf } from '../../../workers/config/places.ts'

async function configured(wanted: string) {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-wanted-'))
  await writeFile(join(folder, 'images.json'), wanted)
  await writeFile(join(folder, 'nightjar.toml'), '[openqa]\nwanted = "images.json"\n')
  return loadConfig(join(folder, 'nightjar.toml'))
}

test('a list of wanted images beside the configuration takes the place of Fedora’s own', async () => {
  const settings = await configured('[{"match": {"subvariant": "KDE", "type": "live"}}]')

  expect(placesOf(settings).wanted.map(({ match }) => match)).toEqual([{ subvariant: 'KDE', type: 'live' }])
  expect(placesOf(loadConfig(undefined, {})).wanted).toBe(wantedByFedora)
})

test.each(['<html>', '[{"match": {}}]', '{}'])(
  'a list that is none is a mistake of the configuration: %s',
  async (text) => {
    const settings = await configured(text)

    expect(() => placesOf(settings)).toThrow(/images\.json: .*wanted images/)
  },
)
