import { describe, expect, test } from 'vitest'
import { composeTree } from '../../clients/compose-tree.ts'
import { findCompose, type ComposeSearch, type SearchAnswer } from '../../sources/find-compose.ts'
import { laterOfNight } from '../../compose/naming/later-respin.ts'
import { linesOf } from '../../workers/config/streams.ts'
import { sitesOf } from '../../workers/config/sites.ts'
import { stubServer } from '../clients/stub-server.ts'
import { settingsOf } from '../settings-of.ts'

const usual = '{"fedora":{"stable":[42,43],"branched":[44]}}'

const ids = [
  'Fedora-IoT-42-20261124.0',
  'Fedora-IoT-43-20261123.0',
  'Fedora-IoT-43-20261124.0',
  'Fedora-IoT-43-20261124.1',
  'Fedora-IoT-44-20261124.0',
  'Fedora-eln-20261124.n.2',
  'Fedora-eln-20261124.n.3',
  'Fedora-Cloud-43-20261124.0',
  'Fedora-43-20261124.n.1',
  'Fedora-44-20261123.n.0',
  'Fedora-44-20261124.n.0',
  'Fedora-Kinoite-43-20261124.n.0',
]

/** What of a tree with those composes is found of a stream, by a configuration with that stream's table. */
async function found(
  stream: string,
  table: object,
  search: Partial<ComposeSearch> = {},
  { releases = usual, tree = ids }: { readonly releases?: string; readonly tree?: readonly string[] } = {},
) {
  await using server = await stubServer((response, { target }) => {
    if (target === '/releases.json') return response.end(releases)
    const [, name] = /^\/compose\/([^/]*)\//.exec(target) ?? []
    const form = name === 'branched' ? /^Fedora-\d/ : new RegExp(`^Fedora-${name}-`, 'i')
    const inIt = tree.filter((id) => form.test(id))
    return response.end(inIt.map((id) => `<a href="${id}/">${id}/</a>`).join('\n'))
  })
  const settings = settingsOf({
    compose: { tree: `${server.url}/compose`, releases: `${server.url}/releases.json` },
    stream: { [stream]: table },
  })
  const source = {
    tree: composeTree({ allowedHosts: [new URL(server.url).host] }),
    sites: sitesOf(settings),
    lines: linesOf(settings),
    releases: settings.compose.releases,
    places: { generation: 'pungi' as const },
  }
  const usually = { stream, date: '20261124', today: '20261124', compose: null, discarded: [] }
  const answer: SearchAnswer = await findCompose(source, { ...usually, ...search })
  return { answer, url: server.url, asked: server.arrived.map(({ target }) => target) }
}

const kinoite = {
  folder: 'kinoite/<version>',
  ids: ['Fedora-Kinoite-<release>-<date>.n.<respin>'],
  release: 'current',
}

test.each([
  ['iot', {}, 'Fedora-IoT-43-20261124.1', '/compose/iot/'],
  ['iot', { release: 42 }, 'Fedora-IoT-42-20261124.0', '/compose/iot/'],
  ['iot', { release: 'branched' }, 'Fedora-IoT-44-20261124.0', '/compose/iot/'],
  // Two releases are branched at the same time: it is of the newer one.
  ['branched', {}, 'Fedora-44-20261124.n.0', '/compose/branched/'],
  ['cloud', {}, 'Fedora-Cloud-43-20261124.0', '/compose/cloud/'],
  ['eln', {}, 'Fedora-eln-20261124.n.3', '/compose/eln/'],
  ['kinoite', kinoite, 'Fedora-Kinoite-43-20261124.n.0', '/compose/kinoite/43/'],
])(
  'the newest compose of %s with %j is %s, after two requests at most',
  async (stream, table, id, folder) => {
    const { answer, url, asked } = await found(stream, table)

    expect(answer).toMatchObject({ kind: 'found', compose: id, url: `${url}${folder}${id}` })
    expect(asked).toContain(folder)
    expect(asked.length).toBeLessThanOrEqual(2)
  },
)

test('a release that is not there is named in what is said', async () => {
  const { answer, url } = await found('iot', { release: 41 })

  expect(answer).toEqual({
    kind: 'none',
    said: `no Fedora-IoT-41-20261124.* in ${url}/compose/iot/`,
  })
})

test('without a Branched release a stream of it has no compose to come', async () => {
  const { answer } = await found(
    'iot',
    { release: 'branched' },
    {},
    { releases: '{"fedora":{"stable":[42,43],"branched":[]}}' },
  )

  expect(answer).toEqual({ kind: 'no-branched' })
})

test.each([
  ['branched', 'Fedora-43-20261124.n.1', { kind: 'found' }],
  ['branched', 'Fedora-43-20261124.n.7', { kind: 'none' }],
  ['iot', 'Fedora-IoT-44-20261124.0', { kind: 'found' }],
  ['iot', 'Fedora-43-20261124.n.1', { kind: 'never', said: 'Fedora-43-20261124.n.1 is no compose of iot' }],
])('of %s %s is looked for by its name, of whatever release it is', async (stream, compose, expected) => {
  const { answer } = await found(stream, {}, { compose })

  expect(answer).toMatchObject(expected)
})

describe('on the day when the number of Branched goes from 44 to 45', () => {
  const tree = ['Fedora-44-20261123.n.0', 'Fedora-44-20261124.n.0', 'Fedora-45-20261124.n.0']

  test('a night that has found no compose takes the newest number', async () => {
    const { answer } = await found('branched', {}, {}, { tree })

    expect(answer).toMatchObject({ kind: 'found', compose: 'Fedora-45-20261124.n.0' })
  })

  test('a night that has its compose keeps it: one of another number is no respin of it', async () => {
    const { answer } = await found('branched', {}, { compose: 'Fedora-44-20261124.n.0' }, { tree })
    const night = { date: '2026-11-24' }

    expect(answer).toMatchObject({ kind: 'found', compose: 'Fedora-44-20261124.n.0' })
    expect(laterOfNight(night, 'Fedora-44-20261124.n.0', ['Fedora-45-20261124.n.0'])).toBeNull()
    expect(laterOfNight(night, 'Fedora-44-20261124.n.0', ['Fedora-45-20261124.n.1'])).toBeNull()
  })

  test('a night whose compose is dead takes that of the new number', async () => {
    const discarded = ['Fedora-44-20261124.n.0']

    const { answer } = await found('branched', {}, { discarded }, { tree })

    expect(answer).toMatchObject({ kind: 'found', compose: 'Fedora-45-20261124.n.0' })
  })

  test('a night waits for the new number once it has composes, whatever the list of releases says', async () => {
    const begun = ['Fedora-44-20261124.n.0', 'Fedora-45-20261123.n.0']

    const { answer } = await found('branched', {}, {}, { tree: begun })

    expect(answer).toMatchObject({ kind: 'none' })
  })
})
