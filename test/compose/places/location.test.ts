import { expect, test } from 'vitest'
import { formatComposeId, parseComposeId } from '../../../compose/naming/compose-id.ts'
import {
  composeUrlOf,
  metadataUrl,
  seriesFolder,
  statusUrl,
  treeUrl,
} from '../../../compose/places/location.ts'
import { fedoraComposes, fedoraSites } from '../../../compose/places/sites.ts'

const rawhide = parseComposeId('Fedora-Rawhide-20261124.n.0')
const base = 'http://127.0.0.1:8080/compose'
const sites = { ...fedoraSites, composes: [base] }

test.each([
  ['Fedora-Rawhide-20261124.n.0', 'rawhide'],
  ['Fedora-44-20261124.n.0', 'branched'],
  ['Fedora-43-20251016.1', '43'],
  ['Fedora-eln-20251226.n.0', 'eln'],
  ['Fedora-Cloud-43-20260106.0', 'cloud'],
  ['Fedora-Container-42-20260101.0', 'container'],
  ['Fedora-IoT-44-20251026.0', 'iot'],
  ['Fedora-43-updates-20251010.0', 'updates'],
  ['Fedora-43-updates-testing-20251010.0', 'updates'],
  ['Fedora-EPEL-10.1-updates-testing-20251031.0', 'updates'],
  ['Fedora-Epel-Next-9-updates-20250807.0', 'updates'],
])('%s is in the folder %s', (text, folder) => {
  expect(composeUrlOf(parseComposeId(text), sites)).toBe(`${base}/${folder}/${text}`)
})

test('a compose without a known class has no folder, and the error says what to do', () => {
  const id = parseComposeId('FACD-26-20170101.n.1')

  expect(() => composeUrlOf(id, sites)).toThrow(
    'no folder is known for FACD-26-20170101.n.1: give the URL of the compose, or configure its stream',
  )
})

test('the files of a compose are where Pungi writes them', () => {
  const top = `${fedoraComposes}/rawhide/${formatComposeId(rawhide)}`

  expect(statusUrl(rawhide, fedoraSites)).toBe(`${top}/STATUS`)
  expect(treeUrl(rawhide, fedoraSites)).toBe(`${top}/compose`)
  expect(metadataUrl(rawhide, fedoraSites, 'images.json')).toBe(`${top}/compose/metadata/images.json`)
})

test('the folder of a line is the same with and without a slash at the end of the base', () => {
  for (const top of [base, `${base}/`, `${base}//`])
    expect(seriesFolder(rawhide, { ...sites, composes: [top] })).toBe(`${base}/rawhide/`)
})
