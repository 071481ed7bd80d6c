import { expect, test } from 'vitest'
import { nightjar } from '../nightjar.ts'
import { printed } from '../json/printed.ts'
import { index, smallFedora } from '../small-fedora.ts'

const lines: readonly (readonly [args: string, found: string])[] = [
  ['container', 'Fedora-Container-43-20261124.0'],
  ['updates', 'Fedora-43-updates-20261124.0'],
  ['updates --release 42', 'Fedora-42-updates-20261124.1'],
  ['updates-testing', 'Fedora-43-updates-testing-20261124.0'],
  ['epel', 'Fedora-EPEL-10.1-updates-20261124.0'],
  ['epel --release 10.10', 'Fedora-EPEL-10.10-updates-20261123.0'],
  ['epel-testing', 'Fedora-Epel-9-updates-testing-20261124.0'],
  ['epel-next', 'Fedora-Epel-Next-9-updates-20261123.0'],
  ['epel-next-testing', 'Fedora-Epel-Next-9-updates-testing-20261124.0'],
]

test.each(lines)('the newest compose of a line without nights is found: %s', async (args, found) => {
  const folder = args.startsWith('container') ? 'container' : 'updates'
  await using fedora = await smallFedora({
    [`/compose/${folder}/`]: index(...lines.map(([, id]) => id), 'Fedora-43-updates-20261123.0'),
    [`/compose/${folder}/${found}/STATUS`]: 'FINISHED\n',
    '/release.json': '{"fedora": {"stable": [42, 43], "branched": [44]}}',
  })

  const { code, stdout } = await nightjar('find', ...args.split(' '), ...fedora.config)

  expect(stdout).toBe(`${found} FINISHED\n${fedora.server.url}/compose/${folder}/${found}\n`)
  expect(code).toBe(0)
})

const rounds = {
  '/pub/alt/imagelist-alt': [
    './live-respins/F42-WORK-x86_64-LIVE-20261120.iso',
    './live-respins/F43-KDE-x86_64-LIVE-20261120.iso',
    './live-respins/F43-WORK-x86_64-LIVE-20261113.iso',
    './live-respins/F43-WORK-x86_64-LIVE-20269999.iso',
    './live-respins-archive/43/F43-WORK-x86_64-LIVE-20261124.iso',
    './live-respins/HEADER.html',
  ].join('\n'),
}

test.each([
  ['', '43', '20261120'],
  ['--release 42', '42', '20261120'],
  ['--date 2026-11-13', '43', '20261113'],
])(
  'live respins are found by the names of their images, for one request: %s',
  async (more, release, date) => {
    await using fedora = await smallFedora(rounds)
    const words = more.split(' ').filter((word) => word !== '')

    const { code, stdout } = await nightjar('find', 'respin', '--json', ...words, ...fedora.config)

    expect(printed('nightjar/find/1', stdout)).toEqual({
      schema: 'nightjar/find/1',
      stream: 'respin',
      date: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`,
      compose: `FedoraRespin-${release}-updates-${date}.0`,
      url: `${fedora.server.url}/pub/alt/live-respins`,
      status: null,
      why: null,
    })
    expect(code).toBe(0)
    expect(fedora.asked()).toEqual(['/pub/alt/imagelist-alt'])
  },
)

test('live respins that are not there are exit code 1, and a mirror that does not answer is 3', async () => {
  await using fedora = await smallFedora(rounds)
  await using silent = await smallFedora({ '/pub/alt/imagelist-alt': 503 })

  const none = await nightjar('find', 'respin', '--date', '2026-11-24', ...fedora.config)
  const unknown = await nightjar('find', 'respin', ...silent.config)

  expect(none).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('no live respins of 2026-11-24 in '),
  })
  expect(unknown).toMatchObject({ code: 3, stdout: '' })
})
