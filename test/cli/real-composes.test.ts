import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expectedImages, judgeImages } from '../../compose/expected/expected.ts'
import { imageIdentity, imageName } from '../../compose/images/image.ts'
import { parseImages } from '../../compose/images/images-json.ts'
import { realComposes } from '../compose/real-composes.ts'
import { printed } from './json/printed.ts'
import { nightjar } from './nightjar.ts'

interface Entry {
  readonly subvariant: string
  readonly type: string
  readonly arch: string
}

describe('the recorded composes of Fedora', () => {
  test.each(realComposes)('$id has every expected image', async ({ id, text }) => {
    const { code, stdout } = await withFile(text, (file) => nightjar('expected', file, '--json'))

    expect(code).toBe(0)
    expect(printed('nightjar/expected/1', stdout)).toMatchObject({ compose: id, missing: [] })
  })

  test.each(realComposes)(
    'of $id without one expected image exactly that one is missing',
    ({ release, text }) => {
      const { images } = parseImages(text)
      for (const expected of expectedImages(release)) {
        const identity = imageIdentity(expected)
        const others = images.filter((image) => imageIdentity(image) !== identity)

        expect(judgeImages({ release, images: others }).missing.map(imageName)).toEqual([imageName(expected)])
      }
    },
  )

  test('and so it is through the process, from a file', async () => {
    for (const { release, text } of realComposes.slice(-2)) {
      const expected = expectedImages(release)[0]
      if (expected === undefined) throw new Error('nothing is expected')
      const cut = without(text, imageIdentity(expected))

      const { code, stdout } = await withFile(cut, (file) => nightjar('expected', file, '--json'))

      const { subvariant, type, arch, blocking, why } = expected
      expect(code).toBe(blocking ? 1 : 0)
      expect(printed('nightjar/expected/1', stdout)).toMatchObject({
        missing: [{ subvariant, type, arch, blocking, why }],
      })
    }
  })

  test('the renamed types of 40 to 42 are pairs, not gone', async () => {
    const [old, fresh] = [40, 42].map(
      (release) => realComposes.find((each) => each.release === release)?.text ?? '',
    )

    const { stdout } = await withFile(old ?? '', (first) =>
      withFile(fresh ?? '', (second) => nightjar('diff', first, second, '--json')),
    )

    const answer = printed('nightjar/diff/1', stdout)
    expect(answer).toHaveProperty('renamed.length', 23)
    expect(answer).toHaveProperty('gone.length', 30 - 23)
    expect(answer).toHaveProperty('new_images.length', 50 - 23)
  })
})

async function withFile<Result>(text: string, use: (file: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-real-'))
  try {
    await writeFile(join(folder, 'images.json'), text)
    return await use(join(folder, 'images.json'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The file without every image of one identity. */
function without(text: string, identity: string): string {
  return JSON.stringify(
    JSON.parse(text, (_key, value: unknown) =>
      Array.isArray(value)
        ? value.filter((each) => !isImage(each) || imageIdentity(each) !== identity)
        : value,
    ),
  )
}

function isImage(value: unknown): value is Entry {
  return (
    typeof value === 'object' && value !== null && 'subvariant' in value && 'type' in value && 'arch' in value
  )
}
