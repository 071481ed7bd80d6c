import { expect, test } from 'vitest'
import { notAccepted, type AcceptanceState } from '../../../compose/expected/acceptance-state.ts'
import { missingImages } from '../../../compose/expected/missing-images.ts'
import { isoImage } from '../images/iso-image.ts'

const names = ['KDE live x86_64', 'MATE live x86_64', 'LXQt live x86_64']

test('a missing image says whether it is accepted, and is newly missing once that has ended', () => {
  const accepted = { by: null, why: 'rhbz#1234567', until: null }
  const states: Readonly<Record<string, AcceptanceState>> = {
    'KDE live x86_64': { accepted, acceptanceEnded: false },
    'MATE live x86_64': { accepted: null, acceptanceEnded: true },
  }
  const server = isoImage('Server dvd x86_64')
  const all = missingImages({
    images: [server],
    judged: {
      expected: 4,
      missing: names.map((name) => ({ ...isoImage(name), blocking: true, why: 'a desktop', koji: null })),
    },
    required: null,
    usual: [],
    before: [server],
    beforeCompose: null,
    explanations: {},
    acceptance: (name) => states[name] ?? notAccepted,
  })

  expect(all.map((image) => [image.accepted, image.acceptanceEnded, image.isNewlyMissing])).toEqual([
    [accepted, false, false],
    [null, true, true],
    [null, false, false],
  ])
})
