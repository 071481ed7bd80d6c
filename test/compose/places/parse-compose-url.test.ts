import { expect, test } from 'vitest'
import { composeClasses } from '../../../compose/places/compose-class.ts'
import { parseComposeId } from '../../../compose/naming/compose-id.ts'
import { parseComposeUrl } from '../../../compose/places/parse-compose-url.ts'

const koji = 'https://kojipkgs.fedoraproject.org'
const pub = 'https://dl.fedoraproject.org/pub'

test('the error for a folder without a compose names every base and quotes the URL', () => {
  expect(() => parseComposeUrl(`${pub}/lost`)).toThrow(
    `expected the URL of a compose's folder below ${koji}/compose, ${koji}/mash, ${pub}, ` +
      `https://download.fedoraproject.org/pub, got "${pub}/lost"`,
  )
})

test('of a URL that ends as one of a compose, the error says what is wrong with the id', () => {
  const id = 'Fedora-Rawhide-20261199.n.0'
  for (const end of ['', '/', '/compose', '/compose/'])
    expect(() => parseComposeUrl(`${koji}/compose/rawhide/${id}${end}`)).toThrow(
      /^expected a compose id .* with a day of the calendar, got "Fedora-Rawhide-20261199\.n\.0"$/,
    )
  expect(() => parseComposeUrl(`${koji}/compose/branched/Fedora-Rawhide-20261124.n.0`)).toThrow(
    "the URL of a compose's folder",
  )
})

test('the error for another host names each host once', () => {
  expect(() => parseComposeUrl('https://evil.example/x')).toThrow(
    'expected a URL on an allowed host (kojipkgs.fedoraproject.org, dl.fedoraproject.org, ' +
      'download.fedoraproject.org), got "https://evil.example/x"',
  )
})

test('of another host no part is judged', () => {
  expect(() => parseComposeUrl('https://evil.example/Fedora-Rawhide-20261199.n.0')).toThrow('allowed host')
})

test('a path is a compose of its own site only', () => {
  const path = 'fedora/linux/releases/42'

  expect(parseComposeUrl(`${pub}/${path}`)).toMatchObject({ kind: 'stable', release: 42 })
  expect(() => parseComposeUrl(`${koji}/mash/${path}`)).toThrow("URL of a compose's folder")
})

test('the path of a URL is at most 300 characters long', () => {
  expect(() => parseComposeUrl(`${koji}/${'a'.repeat(300)}`)).toThrow("URL of a compose's folder")
  expect(() => parseComposeUrl(`${koji}/${'a'.repeat(301)}`)).toThrow('expected an http(s) URL without')
})

test('a base may be any folder of its host, and only whole folder names match it', () => {
  const sites = {
    composes: ['http://h/a//'],
    mash: ['http://h/m'],
    mirror: ['http://h/p'],
    classes: composeClasses,
    coreos: 'http://h/coreos',
  }
  const at = (path: string) => parseComposeUrl(`http://h/${path}`, sites)

  expect(at('a/rawhide/Fedora-Rawhide-20261124.n.0')).toEqual({
    kind: 'pungi',
    id: parseComposeId('Fedora-Rawhide-20261124.n.0'),
  })
  expect(() => at('ab/rawhide/Fedora-Rawhide-20261124.n.0')).toThrow("URL of a compose's folder")
  expect(() => at('b/a/rawhide/Fedora-Rawhide-20261124.n.0')).toThrow("URL of a compose's folder")
})
