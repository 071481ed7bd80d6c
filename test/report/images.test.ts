import { expect, test } from 'vitest'
import { notAccepted } from '../../compose/expected/acceptance-state.ts'
import type { HeldImages } from '../../compose/expected/missing-images.ts'
import type { Image } from '../../compose/images/image.ts'
import { fedoraStandards } from './fedora-standards.ts'
import { imagesOf } from '../../report/images.ts'
import { missingImage } from './test-lines.ts'

function image(subvariant: string, type: string, size = 1_000_000_000): Image {
  const path = `${subvariant}-${type}`
  return { subvariant, type, size, path, format: 'iso', arch: 'x86_64', variant: 'Spins', disc: 1 }
}

const held: HeldImages = {
  images: [
    image('KDE', 'live', 2_000_000_000),
    image('Cloud', 'container'),
    image('Server', 'dvd', 4_700_000_001),
  ],
  judged: { expected: 11, missing: [] },
  required: null,
  explanations: {},
  acceptance: () => notAccepted,
  usual: [],
  beforeCompose: 'Fedora-Rawhide-20261123.n.0',
  before: [image('KDE', 'live'), image('Cloud', 'docker'), image('LXDE', 'live')],
}

test('images are told with what changed since the compose before, and with those that are too large', () => {
  expect(imagesOf(held, [missingImage], { standards: fedoraStandards('rawhide') })).toEqual({
    expected: 11,
    missing: [missingImage],
    changes: {
      added: ['Server dvd x86_64'],
      gone: ['LXDE live x86_64'],
      renamed: ['Cloud docker x86_64 is now container'],
      resized: [{ name: 'KDE live x86_64', before: 1_000_000_000, after: 2_000_000_000 }],
    },
    tooLarge: [{ name: 'Server dvd x86_64', before: 4_700_000_000, after: 4_700_000_001 }],
  })
})

test('without images of a compose before, nobody knows what changed', () => {
  const { changes, tooLarge } = imagesOf({ ...held, before: null }, [], {
    standards: fedoraStandards('rawhide'),
  })

  expect(changes).toBeNull()
  expect(tooLarge).toHaveLength(1)
})
