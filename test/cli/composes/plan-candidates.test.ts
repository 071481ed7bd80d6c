import { expect, test } from 'vitest'
import { nightjar } from '../nightjar.ts'
import { imagesOf, smallFedora, type Files } from '../small-fedora.ts'

const id = 'Fedora-44-20261030.0'
const tree = `/compose/44/${id}/compose`
const archive = `/compose/metadata-archive/2026/${id}`
const releases: Files = { '/release.json': '{"fedora": {"stable": [42, 43], "branched": [44]}}' }
const remark = `tag:${id}:important:candidate`

const whole: Files = {
  ...releases,
  [`${tree}/metadata/images.json`]: imagesOf(id),
  [`${tree}/metadata/composeinfo.json`]: infoOf(id, 'RC-1.2'),
}

test.each([
  ['by its id', () => id],
  ['by its URL', (url: string) => `${url}${tree}`],
])('a candidate that is named %s is planned with the label of its composeinfo.json', async (_, nameAt) => {
  await using fedora = await smallFedora(whole)

  const { code, stdout } = await nightjar('plan', nameAt(fedora.server.url), ...fedora.config)

  const lines = stdout.trim().split('\n')
  expect(code).toBe(0)
  expect(lines.slice(1, -1).filter((line) => !line.includes(' LABEL=RC-1.2 '))).toEqual([])
  expect(lines.at(-1)).toContain(remark)
})

test('a candidate whose tree is deleted has the label that the metadata archive has', async () => {
  await using fedora = await smallFedora({
    ...releases,
    [`${archive}/images.json`]: imagesOf(id),
    [`${archive}/composeinfo.json`]: infoOf(id, 'RC-1.2'),
  })

  const { stdout } = await nightjar('plan', id, ...fedora.config)

  expect(stdout).toContain(' LABEL=RC-1.2 ')
})

test('a compose without a composeinfo.json is planned without a label', async () => {
  await using fedora = await smallFedora({ ...releases, [`${tree}/metadata/images.json`]: imagesOf(id) })

  const { code, stdout } = await nightjar('plan', id, ...fedora.config)

  expect(code).toBe(0)
  expect(stdout).not.toContain('LABEL=')
})

test('a composeinfo.json that cannot be read keeps a candidate from being planned without its label', async () => {
  await using fedora = await smallFedora({ ...whole, [`${tree}/metadata/composeinfo.json`]: 503 })

  expect(await nightjar('plan', id, ...fedora.config)).toMatchObject({
    code: 3,
    stdout: '',
    stderr: expect.stringContaining('composeinfo.json'),
  })
})

test('of a nightly no composeinfo.json is read: it has no label', async () => {
  const nightly = 'Fedora-44-20261124.n.0'
  await using fedora = await smallFedora({
    ...releases,
    [`/compose/branched/${nightly}/compose/metadata/images.json`]: imagesOf(nightly),
  })

  const { code } = await nightjar('plan', nightly, ...fedora.config)

  expect(code).toBe(0)
  expect(fedora.asked().filter((path) => path.endsWith('composeinfo.json'))).toEqual([])
})

test('a release is not planned under an id that was made up for it', async () => {
  const dvd = './linux/releases/43/Server/x86_64/iso/Fedora-Server-dvd-x86_64-43.iso'
  await using fedora = await smallFedora({
    ...releases,
    '/pub/fedora/imagelist-fedora': dvd,
    '/pub/alt/imagelist-alt': './releases/42/Spins/x86_64/iso/Fedora-i3-Live-x86_64-42-1.1.iso',
  })

  const { code, stdout, stderr } = await nightjar('plan', '43', ...fedora.config)

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('nothing says which compose became Fedora 43')
})

function infoOf(compose: string, label: string): string {
  const [, version = '', date = ''] = /-(\d+)-(\d+)\./.exec(compose) ?? []
  return JSON.stringify({
    header: { type: 'productmd.composeinfo', version: '1.2' },
    payload: {
      compose: { id: compose, type: 'production', date, respin: 0, label },
      release: { name: 'Fedora', short: 'Fedora', version },
      variants: {},
    },
  })
}
