import { describe, expect, test } from 'vitest'
import type { FindInput } from '../../activities/activities.ts'
import { generationOf } from '../../activities/generation.ts'
import { green } from '../../lab/scenarios/green.ts'
import { mashGeneration } from '../../lab/scenarios/mash.ts'
import { steppedLab, type SteppedLab } from './stepped-lab.ts'

const date = '2026-11-24'

async function find(
  { tools }: SteppedLab,
  version: string,
  asked: Partial<Pick<FindInput, 'compose' | 'discarded'>> = {},
) {
  const stream = version === 'Rawhide' ? ('rawhide' as const) : ('branched' as const)
  const input = {
    night: { stream, date },
    compose: null,
    discarded: [],
    pace: { lookMs: 0, notBefore: null, nudged: false },
    ...asked,
  }
  return generationOf(tools, input.compose).find(tools, input, version)
}

describe('nights of 2015', () => {
  test.each([
    ['Rawhide', 'Rawhide__20261124', 'rawhide-20261124/rawhide'],
    ['44', '44_Branched_20261124', 'branched-20261124/44'],
  ])('of %s find %s as soon as its tree is there', async (version, compose, tree) => {
    await using lab = await steppedLab(mashGeneration, date)

    const before = await find(lab, version)
    lab.at(10)
    const after = await find(lab, version)

    expect(before).toMatchObject({ kind: 'not-yet', said: `no ${compose} at ${lab.tree.url}/mash/${tree}/` })
    expect(after).toEqual({
      kind: 'seen',
      answer: { kind: 'compose', compose },
      said: `${compose} is there`,
    })
  })

  test('do not wait for another in place of a dead nightly', async () => {
    await using lab = await steppedLab(mashGeneration, date)
    lab.at(10)

    const finding = find(lab, 'Rawhide', { discarded: ['Rawhide__20261124'] })

    await expect(finding).rejects.toMatchObject({
      message: 'Rawhide__20261124 is the only nightly of its date',
      nonRetryable: true,
    })
  })
})

describe('nights of Pungi', () => {
  test("find tonight's compose beside those of the days before", async () => {
    await using lab = await steppedLab(green, date)

    const before = await find(lab, 'Rawhide')
    lab.at(10)
    const after = await find(lab, 'Rawhide')

    expect(before).toMatchObject({
      kind: 'not-yet',
      said: expect.stringContaining('no Fedora-Rawhide-20261124.n.*'),
    })
    expect(after).toMatchObject({ kind: 'seen', answer: { compose: 'Fedora-Rawhide-20261124.n.0' } })
  })
})

test('a compose that is named is of its own generation, whatever the configuration tests', async () => {
  await using lab = await steppedLab(mashGeneration, date, { generation: 'pungi' })
  lab.at(10)

  const seen = await find(lab, 'Rawhide', { compose: 'Rawhide__20261124' })

  expect(seen).toMatchObject({ kind: 'seen', answer: { compose: 'Rawhide__20261124' } })
})
