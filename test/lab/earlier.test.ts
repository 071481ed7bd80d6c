import { describe, expect, test } from 'vitest'
import { findCompose } from '../../sources/find-compose.ts'
import { findPrevious } from '../../sources/find-previous.ts'
import { openCompose } from '../../sources/open-compose.ts'
import { formatComposeName, parseComposeName } from '../../compose/naming/compose-name.ts'
import { firstNight } from '../../lab/scenarios/first-night.ts'
import { green } from '../../lab/scenarios/green.ts'
import { noBranched } from '../../lab/scenarios/no-branched.ts'
import { steppedLab, type SteppedLab } from '../sources/stepped-lab.ts'

const date = '2026-11-24'

async function previous(lab: SteppedLab, name: string): Promise<string | null> {
  const before = await findPrevious(lab.tools, parseComposeName(name))
  return before && formatComposeName(before)
}

describe('the composes of the days before', () => {
  test.each([
    ['Fedora-Rawhide-20261124.n.0', 'Fedora-Rawhide-20261123.n.0'],
    ['Fedora-44-20261124.n.0', 'Fedora-44-20261123.n.0'],
    // The day before has a doomed one only.
    ['Fedora-Rawhide-20261123.n.0', 'Fedora-Rawhide-20261121.n.1'],
    ['Fedora-Rawhide-20261121.n.1', 'Fedora-Rawhide-20261120.n.0'],
    ['Fedora-Rawhide-20261120.n.0', null],
  ])('of %s the last that was finished before it is %s', async (name, before) => {
    await using lab = await steppedLab(green, date)

    expect(await previous(lab, name)).toBe(before)
  })

  test('are none on the first night, while the other stream has its own', async () => {
    await using lab = await steppedLab(firstNight, date)
    lab.at(400)

    expect(await previous(lab, 'Fedora-44-20261124.n.0')).toBeNull()
    expect(await previous(lab, 'Fedora-Rawhide-20261124.n.0')).toBe('Fedora-Rawhide-20261123.n.0')
  })

  test('are those of the last release where nothing is branched', async () => {
    await using lab = await steppedLab(noBranched, date)

    const newest = await findCompose(lab.tools, {
      stream: 'branched',
      date: null,
      today: '20261124',
      compose: null,
      discarded: [],
    })

    expect(newest).toEqual({ kind: 'no-branched' })
  })

  test('have their images in the tree and in the metadata archive', async () => {
    await using lab = await steppedLab(green, date)
    const archive = `${lab.tree.composes}/metadata-archive`

    const { images } = await openCompose(lab.tools, parseComposeName('Fedora-Rawhide-20261123.n.0'))
    const archived = await lab.tools.tree.read(`${archive}/2026/Fedora-Rawhide-20261123.n.0/images.json`)

    expect(images.length).toBeGreaterThan(80)
    expect(archived).toContain('"id": "Fedora-Rawhide-20261123.n.0"')
  })

  test("are joined in the archive by tonight's once it has finished", async () => {
    await using lab = await steppedLab(green, date)
    const series = `${lab.tree.composes}/metadata-archive/series/Fedora-rawhide`

    const before = await lab.tools.tree.read(series)
    lab.at(306)
    const after = await lab.tools.tree.read(series)

    expect(before).not.toContain('20261124')
    expect(after).toBe(`${before}Fedora-Rawhide-20261124.n.0\n`)
  })
})
