import { expect, test } from 'vitest'
import { rsyncPlace } from '../../../clients/rsync/rsync-place.ts'

const allowed = ['dl.fedoraproject.org', '127.0.0.1:8730']

test.each([
  ['rsync://dl.fedoraproject.org/fedora-buffet', 'rsync://dl.fedoraproject.org/fedora-buffet/'],
  ['rsync://dl.fedoraproject.org/fedora-buffet/', 'rsync://dl.fedoraproject.org/fedora-buffet/'],
  ['rsync://dl.fedoraproject.org:873/f/alt/stage', 'rsync://dl.fedoraproject.org:873/f/alt/stage/'],
  ['rsync://127.0.0.1:8730/f/Fedora-43_Beta-1.1/', 'rsync://127.0.0.1:8730/f/Fedora-43_Beta-1.1/'],
])('%s names the folder %s', (url, place) => {
  expect(rsyncPlace(url, allowed)).toBe(place)
})

test.each([
  'rsync://elsewhere.example/fedora-buffet/',
  'rsync://127.0.0.1:22/fedora-buffet/',
  'rsync://dl.fedoraproject.org.evil.example/fedora-buffet/',
  'rsync://user@dl.fedoraproject.org/fedora-buffet/',
  'rsync://-e/fedora-buffet/',
  'rsync://dl.fedoraproject.org/',
  'rsync://dl.fedoraproject.org/-module/',
  'rsync://dl.fedoraproject.org/fedora-buffet/../secret/',
  'rsync://dl.fedoraproject.org/fedora-buffet/./x',
  'rsync://dl.fedoraproject.org/fedora-buffet/--delete/',
  'rsync://dl.fedoraproject.org/fedora-buffet/a b/',
  'rsync://dl.fedoraproject.org/fedora-buffet/*/',
  'rsync://dl.fedoraproject.org/fedora-buffet/a\\b/',
  'rsync://dl.fedoraproject.org/fedora-buffet/a\n/',
  'rsync://dl.fedoraproject.org/fedora-buffet//x',
  'dl.fedoraproject.org::fedora-buffet/',
  'https://dl.fedoraproject.org/pub/',
  '-e sh',
  '',
])('%j is refused', (url) => {
  expect(() => rsyncPlace(url, allowed)).toThrow(expect.objectContaining({ kind: 'refused' }))
})
