import { describe, expect, test } from 'vitest'
import { findCompose, type ComposeSearch, type SearchAnswer } from '../../sources/find-compose.ts'
import { green } from '../../lab/scenarios/green.ts'
import { noBranched } from '../../lab/scenarios/no-branched.ts'
import { mashGeneration } from '../../lab/scenarios/mash.ts'
import { steppedLab, type SteppedLab } from './stepped-lab.ts'

const date = '2026-11-24'

function find({ tools }: SteppedLab, asked: Partial<ComposeSearch> = {}): Promise<SearchAnswer> {
  const today = date.replaceAll('-', '')
  return findCompose(tools, { stream: 'rawhide', date: today, today, compose: null, discarded: [], ...asked })
}

describe('nights of 2015', () => {
  test.each([
    ['rawhide', 'Rawhide__20261124', 'rawhide-20261124/rawhide'],
    ['branched', '44_Branched_20261124', 'branched-20261124/44'],
  ] as const)('of %s find %s as soon as its tree is there', async (stream, compose, tree) => {
    await using lab = await steppedLab(mashGeneration, date)

    const before = await find(lab, { stream })
    lab.at(10)
    const after = await find(lab, { stream })

    expect(before).toEqual({ kind: 'none', said: `no ${compose} at ${lab.tree.url}/mash/${tree}/` })
    expect(after).toMatchObject({ kind: 'found', compose, url: `${lab.tree.url}/mash/${tree}` })
  })

  test('do not wait for another in place of a dead nightly', async () => {
    await using lab = await steppedLab(mashGeneration, date)
    lab.at(10)

    const answer = await find(lab, { discarded: ['Rawhide__20261124'] })

    expect(answer).toEqual({ kind: 'never', said: 'Rawhide__20261124 is the only nightly of its date' })
  })
})

test('without a date the newest nightly of 2015 is today’s, or before it came yesterday’s', async () => {
  await using lab = await steppedLab(mashGeneration, date)
  const tomorrow = { date: null, today: '20261125' } as const

  const before = await find(lab, tomorrow)
  lab.at(10)
  const after = await find(lab, tomorrow)

  expect(before.kind).toBe('none')
  expect(after).toMatchObject({ kind: 'found', compose: 'Rawhide__20261124' })
})

describe('the list of releases', () => {
  test('is not asked where the compose is there', async () => {
    await using lab = await steppedLab(green, date)
    lab.at(100)
    const tools = { ...lab.tools, releases: `${lab.tree.url}/nowhere.json` }

    for (const stream of ['rawhide', 'branched'] as const) {
      expect(await find({ ...lab, tools }, { stream })).toMatchObject({ kind: 'found' })
    }
  })

  test('is asked before a night is told that nothing is branched', async () => {
    await using lab = await steppedLab(noBranched, date)
    const tools = { ...lab.tools, releases: `${lab.tree.url}/nowhere.json` }

    const asked = find({ ...lab, tools }, { stream: 'branched' })

    await expect(asked).rejects.toMatchObject({ kind: 'absent' })
    expect(await find(lab, { stream: 'branched' })).toEqual({ kind: 'no-branched' })
  })
})

describe('nights of Pungi', () => {
  test("find tonight's compose beside those of the days before", async () => {
    await using lab = await steppedLab(green, date)

    const before = await find(lab)
    lab.at(10)
    const after = await find(lab)

    expect(before).toMatchObject({
      kind: 'none',
      said: expect.stringContaining('no Fedora-Rawhide-20261124.n.*'),
    })
    expect(after).toMatchObject({ kind: 'found', compose: 'Fedora-Rawhide-20261124.n.0' })
  })
})

test('a compose that is named is of its own generation, whatever the configuration tests', async () => {
  await using lab = await steppedLab(mashGeneration, date, { generation: 'pungi' })
  lab.at(10)

  const seen = await find(lab, { compose: 'Rawhide__20261124' })

  expect(seen).toMatchObject({ kind: 'found', compose: 'Rawhide__20261124' })
})

describe('of a folder with composes of many kinds', () => {
  const listed = [
    'Fedora-Rawhide-20261123.n.4',
    'Fedora-Rawhide-20261124.n.2',
    'Fedora-Rawhide-20261124.n.10',
    'Fedora-Rawhide-20261125.n.0',
    'Fedora-Rawhide-20261124.t.11',
    'Fedora-44-20261124.n.3',
    'Fedora-44-20261124.7',
  ]

  test.each<[string, Partial<ComposeSearch>, string]>([
    ['the highest respin of the date', {}, 'Fedora-Rawhide-20261124.n.10'],
    [
      'a discarded respin makes way for the one before',
      { discarded: [listed[2] ?? ''] },
      'Fedora-Rawhide-20261124.n.2',
    ],
    ['a nightly of the branched release', { stream: 'branched' }, 'Fedora-44-20261124.n.3'],
    ['the newest of any date', { date: null, today: '20261125' }, 'Fedora-Rawhide-20261125.n.0'],
    ['the one that is named', { compose: 'Fedora-Rawhide-20261123.n.4' }, 'Fedora-Rawhide-20261123.n.4'],
  ])('%s is found', async (_, asked, compose) => {
    await using lab = await steppedLab(green, date)
    const index = listed.map((name) => `<a href="${name}/">${name}/</a>`).join('\n')
    const tools = { ...lab.tools, tree: { ...lab.tools.tree, read: async () => index } }

    expect(await find({ ...lab, tools }, asked)).toMatchObject({ kind: 'found', compose })
  })

  test('a date without a nightly has none, whatever the days around it have', async () => {
    await using lab = await steppedLab(green, date)
    const index = listed.map((name) => `<a href="${name}/">${name}/</a>`).join('\n')
    const tools = { ...lab.tools, tree: { ...lab.tools.tree, read: async () => index } }

    expect(await find({ ...lab, tools }, { date: '20261122' })).toMatchObject({ kind: 'none' })
  })
})
