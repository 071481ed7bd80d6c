import { expect, test } from 'vitest'
import { parseComposeName } from '../../compose/naming/compose-name.ts'
import { readLabelOf } from '../../sources/plan-posts.ts'
import { composeServices } from '../../workers/config/compose-source.ts'
import { loadConfig } from '../../workers/config/config.ts'
import { smallFedora } from '../cli/small-fedora.ts'

const id = 'Fedora-44-20261030.0'

test.each([
  ['of another compose', infoOf('Fedora-44-20261030.1'), `expected the composeinfo.json of ${id}`],
  ['with no compose in it', '{"payload": {}}', 'composeinfo.json'],
])('a composeinfo.json %s gives no label', async (_, text, said) => {
  await using fedora = await smallFedora({
    [`/compose/44/${id}/compose/metadata/composeinfo.json`]: text,
  })
  const services = composeServices(loadConfig(fedora.config[1]))

  const reading = readLabelOf(services, { label: null, ref: parseComposeName(id) })

  await expect(reading).rejects.toThrow(said)
})

test('a label that is known is not read again', async () => {
  await using fedora = await smallFedora({})
  const services = composeServices(loadConfig(fedora.config[1]))

  expect(await readLabelOf(services, { label: 'RC-1.2', ref: parseComposeName(id) })).toBe('RC-1.2')
  expect(fedora.asked()).toEqual([])
})

function infoOf(compose: string): string {
  return JSON.stringify({ payload: { compose: { id: compose, type: 'production', label: 'RC-1.3' } } })
}
