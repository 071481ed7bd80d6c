import { describe, expect, test } from 'vitest'
import { isMeant, readNight } from '../../cli/nights/night-argument.ts'
import { settingsOf } from '../settings-of.ts'

const settings = settingsOf()

function idsOf(name: string): readonly string[] {
  return readNight(name, settings)
}

describe('a night of a stream with several due hours', () => {
  test('has the hour in its name', () => {
    expect(idsOf('eln/2026-11-24T02')).toEqual(['nightly/eln/2026-11-24T02'])
    expect(idsOf('nightly/eln/2026-11-24T14')).toEqual(['nightly/eln/2026-11-24T14'])
  })

  test('is by its stream alone that of the window which is open', () => {
    const [id, ...others] = idsOf('eln')

    expect(id).toMatch(/^nightly\/eln\/\d{4}-\d\d-\d\dT(?:02|14|18|22)$/)
    expect(others).toEqual([])
  })

  test('is by a compose the run of it, or the night that has it', () => {
    const ids = idsOf('Fedora-eln-20261124.n.1')
    const isIt = isMeant('Fedora-eln-20261124.n.1', ids)

    expect(ids.map((id) => id.replace('nightly/eln/', ''))).toEqual([
      'Fedora-eln-20261124.n.1',
      '2026-11-23T22',
      '2026-11-24T02',
      '2026-11-24T14',
      '2026-11-24T18',
      '2026-11-24T22',
    ])
    expect(isIt('nightly/eln/Fedora-eln-20261124.n.1', null)).toBe(true)
    expect(isIt('nightly/eln/2026-11-24T14', 'Fedora-eln-20261124.n.1')).toBe(true)
    expect(isIt('nightly/eln/2026-11-24T02', 'Fedora-eln-20261124.n.0')).toBe(false)
  })
})

test('the URL of a compose names what its id names', () => {
  const folder = 'https://kojipkgs.fedoraproject.org/compose/eln/Fedora-eln-20261124.n.1'
  const ids = idsOf('Fedora-eln-20261124.n.1')

  for (const url of [folder, `${folder}/`, `${folder}/compose`, `${folder}/compose/`]) {
    expect(idsOf(url)).toEqual(ids)
    expect(isMeant(url, ids)('nightly/eln/2026-11-24T14', 'Fedora-eln-20261124.n.1')).toBe(true)
    expect(isMeant(url, ids)('nightly/eln/2026-11-24T14', 'Fedora-eln-20261124.n.0')).toBe(false)
  }
})

test.each([
  'https://kojipkgs.fedoraproject.org/compose/eln/',
  'https://kojipkgs.fedoraproject.org',
  'https://',
])('%s names no night', (url) => {
  expect(() => idsOf(url)).toThrow(`not ${JSON.stringify(url)}`)
})

test('a night of one due hour is found by the compose of its date, whichever it has', () => {
  const ids = idsOf('Fedora-Rawhide-20261124.n.1')

  expect(ids).toEqual(['nightly/rawhide/Fedora-Rawhide-20261124.n.1', 'nightly/rawhide/2026-11-24'])
  expect(isMeant('Fedora-Rawhide-20261124.n.1', ids)('nightly/rawhide/2026-11-24', null)).toBe(true)
})
