import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderArchive } from '../../archive/archive.ts'

async function newArchive() {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-archive-'))
  return { folder, archive: folderArchive(folder) }
}

describe('the archive', () => {
  test('gives the same value the same ref, and keeps it once', async () => {
    const { folder, archive } = await newArchive()

    const refs = [
      await archive.keep({ images: 89 }),
      await archive.keep({ images: 89 }),
      await archive.keep({ images: 90 }),
    ]

    expect(refs[0]).toBe(refs[1])
    expect(refs[2]).not.toBe(refs[0])
    expect(JSON.parse(await archive.recall(refs[0] ?? ''))).toEqual({ images: 89 })
    expect(await readdir(join(folder, 'values'))).toHaveLength(2)
  })

  test.each(['f'.repeat(64), '../../etc/passwd', ''])('says so where it does not have %j', async (ref) => {
    const { archive } = await newArchive()

    await expect(archive.recall(ref)).rejects.toThrow('is not in the archive')
  })

  test('gives a name to the first that claims it, however many do at once', async () => {
    const { archive } = await newArchive()

    const owners = await Promise.all(
      Array.from({ length: 20 }, (_, nth) =>
        archive.claim('compose/Fedora-Rawhide-20261124.n.0', `run ${nth}`),
      ),
    )

    expect(new Set(owners).size).toBe(1)
    expect(await archive.claimed('compose/Fedora-Rawhide-20261124.n.0')).toBe(owners[0])
    expect(await archive.claimed('compose/another')).toBeNull()
  })

  test('lets a name stand for another value later', async () => {
    const { archive } = await newArchive()
    const [one, two] = [await archive.keep(1), await archive.keep(2)]

    await archive.point('baseline/rawhide', one)
    await archive.point('baseline/rawhide', two)

    expect(await archive.pointedAt('baseline/rawhide')).toBe(two)
    expect(await archive.pointedAt('baseline/branched')).toBeNull()
  })

  test('puts a document where it says that it is, and leaves no draft behind', async () => {
    const { folder, archive } = await newArchive()

    const path = await archive.publish('nightly/rawhide/2026-11-24.json', '{}')

    expect(path).toBe(archive.whereIs('nightly/rawhide/2026-11-24.json'))
    expect(await readFile(path, 'utf8')).toBe('{}')
    expect(await readdir(folder, { recursive: true })).not.toContainEqual(expect.stringContaining('draft'))
  })

  test('keeps its documents inside its folder', async () => {
    const { archive } = await newArchive()

    await expect(archive.publish('../../outside.json', '{}')).rejects.toThrow('leads out of')
  })
})
