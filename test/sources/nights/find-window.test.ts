import { describe, expect, test } from 'vitest'
import { composeTree } from '../../../clients/compose-tree.ts'
import type { Night } from '../../../compose/naming/night.ts'
import { windowOf } from '../../../compose/streams/due-window.ts'
import { findCompose, searchOfNight } from '../../../sources/find-compose.ts'
import { sitesOf } from '../../../workers/config/sites.ts'
import { linesOf } from '../../../workers/config/streams.ts'
import { timesOf } from '../../../workers/due.ts'
import { stubServer } from '../../clients/stub-server.ts'
import { settingsOf } from '../../settings-of.ts'

/**
 * When each compose of a tree began, `HH:MM` of its date. Else the index of its folder, or the status of each
 * answer about it.
 */
type Began = Readonly<Record<string, string | number>>

const usual: Began = {
  '20261123.n.3': '22:01',
  '20261124.n.0': '02:00',
  '20261124.n.1': '13:55',
  '20261124.n.2': '17:49',
  '20261124.n.3': '22:01',
  '20261125.n.0': '00:30',
  '20261125.n.1': '02:00',
}

/** What a night of ELN finds in a tree with composes that began so. */
async function found(hour: string | null, began: Began = usual, discarded: readonly string[] = []) {
  const ids = Object.keys(began).map((name) => `Fedora-eln-${name}`)
  await using server = await stubServer((response, { target }) => {
    const [, name = '', file] = /Fedora-eln-([^/]*)\/(COMPOSE_ID)?$/.exec(target) ?? []
    const at = began[name]
    if (at === undefined) return response.end(ids.map((id) => `<a href="${id}/">${id}/</a>`).join('\n'))
    if (typeof at === 'number') return response.writeHead(at).end()
    const isTime = /^\d\d:\d\d$/.test(at)
    if (file === undefined) return response.end(isTime ? '' : at)
    const day = `${name.slice(0, 4)}-${name.slice(4, 6)}-${name.slice(6, 8)}`
    if (isTime) response.setHeader('Last-Modified', new Date(`${day}T${at}:00Z`).toUTCString())
    return response.end(`Fedora-eln-${name}`)
  })
  const settings = settingsOf({ compose: { tree: `${server.url}/compose` } })
  const source = {
    tree: composeTree({ allowedHosts: [new URL(server.url).host] }),
    sites: sitesOf(settings),
    lines: linesOf(settings),
    releases: `${server.url}/releases.json`,
    places: { generation: 'pungi' as const },
  }
  const night: Night = { stream: 'eln', date: '2026-11-24', ...(hour !== null && { hour }) }
  const window = windowOf(timesOf(settings, 'eln'), night)
  const search = searchOfNight(night, { window, discarded: discarded.map((name) => `Fedora-eln-${name}`) })
  const answer = await findCompose(source, search)
  return {
    answer,
    asked: server.arrived.map(({ target }) => target).filter((target) => /COMPOSE_ID|n\.\d/.test(target)),
  }
}

describe('the compose of a due window', () => {
  test.each([
    ['02', '20261124.n.0'],
    // It began five minutes too soon, and 17:49 is sooner than the grace of 18 h.
    ['14', '20261124.n.2'],
    // It has the date of the next day, and began before 02 h.
    ['22', '20261125.n.0'],
  ])('of %s h is the newest that began in it: %s', async (hour, name) => {
    const { answer } = await found(hour)

    expect(answer).toMatchObject({ kind: 'found', compose: `Fedora-eln-${name}` })
  })

  test('is none where none began in it, whatever began before and after', async () => {
    const { answer } = await found('18')

    expect(answer).toMatchObject({
      kind: 'none',
      said: expect.stringContaining(
        'no Fedora-eln-*.n.* that started from 2026-11-24 17:50 to 2026-11-24 21:50 UTC in ',
      ),
    })
  })

  test('that is discarded makes way for the one before in the same window, and for no other', async () => {
    const once = await found('14', usual, ['20261124.n.2'])
    const twice = await found('14', usual, ['20261124.n.2', '20261124.n.1'])

    expect(once.answer).toMatchObject({ kind: 'found', compose: 'Fedora-eln-20261124.n.1' })
    expect(twice.answer).toMatchObject({ kind: 'none', said: expect.stringContaining('newer than') })
  })

  test('costs one request more, where the newest began in it or before it', async () => {
    const inIt = await found('22', { '20261124.n.0': '02:00', '20261124.n.1': '22:01' })
    const before = await found('22', { '20261124.n.0': '02:00', '20261124.n.1': '14:01' })

    expect(inIt).toMatchObject({
      answer: { kind: 'found' },
      asked: [expect.stringContaining('n.1/COMPOSE_ID')],
    })
    expect(before).toMatchObject({
      answer: { kind: 'none' },
      asked: [expect.stringContaining('n.1/COMPOSE_ID')],
    })
  })

  test('is not asked for by a night of a date: that is the newest of the date', async () => {
    const { answer, asked } = await found(null)

    expect(answer).toMatchObject({ kind: 'found', compose: 'Fedora-eln-20261124.n.3' })
    expect(asked).toEqual([])
  })
})

describe('when a compose began', () => {
  test.each([
    '<td><a href="COMPOSE_ID">COMPOSE_ID</a></td><td align="right">2026-11-24 14:03  </td>',
    '<a href="COMPOSE_ID">COMPOSE_ID</a>              2026-11-24 14:03   25',
  ])('the index says where the server gives a file no time: %s', async (row) => {
    const began = { '20261124.n.1': `<a href="STATUS">STATUS</a> 2026-11-24 20:00 9\n${row}\n` }

    expect((await found('14', began)).answer).toMatchObject({ kind: 'found' })
    expect((await found('18', began)).answer).toMatchObject({ kind: 'none' })
  })

  test('nobody can tell where neither says so: that is no answer, and never none', async () => {
    const began = { '20261124.n.0': '02:00', '20261124.n.1': '<a href="COMPOSE_ID">COMPOSE_ID</a> yesterday' }

    await expect(found('14', began)).rejects.toThrow(
      'expected the time of COMPOSE_ID of Fedora-eln-20261124.n.1, which tells in which due window it started, got',
    )
  })

  test.each([
    [404, 'absent'],
    [503, 'unreachable'],
    [403, 'refused'],
  ])('a server that answers %i does not tell either', async (status, kind) => {
    await expect(found('14', { '20261124.n.0': '02:00', '20261124.n.1': status })).rejects.toMatchObject({
      kind,
    })
  })
})
