import { expect, test } from 'vitest'
import { nightjar } from '../nightjar.ts'
import { imagesOf, smallFedora } from '../small-fedora.ts'

const candidate = 'Fedora-44-20261030.0'
const stage = '/pub/alt/stage/44_RC-1.2'

test('a staged candidate is found by its label, for one request', async () => {
  await using fedora = await smallFedora({ [`${stage}/metadata/images.json`]: imagesOf(candidate) })

  const named = await nightjar('images', '44_RC-1.2', '-p', 'games', ...fedora.config)
  const requests = fedora.asked().length
  const apart = await nightjar('images', 'RC-1.2', '--release', '44', '-p', 'games', ...fedora.config)

  expect(named.stdout).toMatch(/^http:\S+\/pub\/alt\/stage\/44_RC-1.2\/\S+Games\S+\.iso\n$/)
  expect(requests).toBe(1)
  expect(apart).toEqual(named)
})

test.each([
  ['is not staged', 404],
  ['is still synced', 403],
])('the images of a candidate that %s are where Pungi made them', async (_, status) => {
  await using fedora = await smallFedora({
    [`${stage}/metadata/images.json`]: status,
    '/compose/metadata-archive/series/Fedora-44': `Fedora-44-20261029.n.0\n${candidate} RC-1.2\n`,
    [`/compose/44/${candidate}/compose/metadata/images.json`]: imagesOf(candidate),
  })

  const { stdout } = await nightjar('images', '44_RC-1.2', '-p', 'games', ...fedora.config)

  expect(stdout).toMatch(new RegExp(`^http:\\S+/compose/44/${candidate}/compose/\\S+Games\\S+\\.iso\n$`))
})

test('the metadata of another release in the folder of a candidate is malformed', async () => {
  await using fedora = await smallFedora({
    [`${stage}/metadata/images.json`]: imagesOf('Fedora-43-20261030.0'),
  })

  const { code, stderr } = await nightjar('images', '44_RC-1.2', ...fedora.config)

  expect(stderr).toContain('expected the images.json of a compose of 44, got that of Fedora-43-20261030.0')
  expect(code).toBe(3)
})

test('where the mirror does not answer, nobody says that a candidate is not staged', async () => {
  await using fedora = await smallFedora({
    [`${stage}/metadata/images.json`]: 503,
    '/compose/metadata-archive/series/Fedora-44': `${candidate} RC-1.2\n`,
    [`/compose/44/${candidate}/compose/metadata/images.json`]: imagesOf(candidate),
  })

  const { code, stdout } = await nightjar('images', '44_RC-1.2', ...fedora.config)

  expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
})
