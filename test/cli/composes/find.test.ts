import { expect, test } from 'vitest'
import { nightjar } from '../nightjar.ts'
import { printed } from '../json/printed.ts'
import { index, smallFedora } from '../small-fedora.ts'

const releases = (branched: readonly number[]) => JSON.stringify({ fedora: { stable: [42, 43], branched } })

test('the newest compose of a stream is found with its STATUS, for two requests', async () => {
  await using fedora = await smallFedora({
    '/compose/rawhide/': index(
      'Fedora-Rawhide-20261123.n.0',
      'Fedora-Rawhide-20261124.n.1',
      'Fedora-Rawhide-20261124.n.0',
    ),
    '/compose/rawhide/Fedora-Rawhide-20261124.n.1/STATUS': 'STARTED\n',
  })

  const { code, stdout } = await nightjar('find', 'rawhide', '--json', ...fedora.config)

  expect(printed('nightjar/find/1', stdout)).toEqual({
    schema: 'nightjar/find/1',
    stream: 'rawhide',
    date: '2026-11-24',
    compose: 'Fedora-Rawhide-20261124.n.1',
    url: `${fedora.server.url}/compose/rawhide/Fedora-Rawhide-20261124.n.1`,
    status: 'STARTED',
    why: null,
  })
  expect(code).toBe(0)
  expect(fedora.asked()).toHaveLength(2)
})

test('the compose of a date is found, and its first line is enough for a person', async () => {
  await using fedora = await smallFedora({
    '/compose/branched/': index('Fedora-44-20261122.n.0', 'Fedora-44-20261123.n.0', 'Fedora-44-20261124.n.0'),
    '/compose/branched/Fedora-44-20261123.n.0/STATUS': 'DOOMED\n',
  })

  const { code, stdout } = await nightjar('find', 'branched', '--date', '2026-11-23', ...fedora.config)

  expect(stdout.split('\n')[0]).toBe('Fedora-44-20261123.n.0 DOOMED')
  expect(code).toBe(0)
  expect(fedora.asked()).toHaveLength(2)
})

test('no compose of the date is exit code 1', async () => {
  await using fedora = await smallFedora({ '/compose/rawhide/': index('Fedora-Rawhide-20261123.n.0') })

  const { code, stdout } = await nightjar(
    'find',
    'rawhide',
    '--date',
    '2026-11-24',
    '--json',
    ...fedora.config,
  )

  expect(printed('nightjar/find/1', stdout)).toMatchObject({
    compose: null,
    date: '2026-11-24',
    status: null,
  })
  expect(code).toBe(1)
})

test('a time without a Branched release is a neutral answer, though its last composes are still there', async () => {
  await using fedora = await smallFedora({
    '/compose/branched/': index('Fedora-43-20201020.n.0'),
    '/release.json': releases([]),
  })

  const { code, stdout } = await nightjar('find', 'branched', ...fedora.config)

  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Fedora has no Branched release at present\n' })
})

test('a Branched release whose compose has not come yet is not neutral', async () => {
  await using fedora = await smallFedora({ '/compose/branched/': index(), '/release.json': releases([44]) })

  const { code, stdout } = await nightjar('find', 'branched', ...fedora.config)

  expect(code).toBe(1)
  expect(stdout).toContain('no Fedora-44-*.n.* in ')
})

test('a tree that does not answer is exit code 3', async () => {
  await using fedora = await smallFedora({ '/compose/rawhide/': 502 })

  const { code, stderr } = await nightjar('find', 'rawhide', ...fedora.config)

  expect(code).toBe(3)
  expect(stderr).toContain('answered 502')
})

test.each([
  [['find', 'rawhid'], 'expected a stream (rawhide, branched, candidate, iot, cloud, eln, container,'],
  [['find', 'rawhide', '--date', '2026-02-30'], 'expected a date'],
])('%j is wrong usage', async (args, said) => {
  const { code, stderr } = await nightjar(...args)

  expect(code).toBe(2)
  expect(stderr).toContain(said)
})

test('of a stream with several releases the one that is named is found', async () => {
  await using fedora = await smallFedora({
    '/compose/cloud/': index('Fedora-Cloud-42-20261124.0', 'Fedora-Cloud-43-20261124.0'),
    '/compose/cloud/Fedora-Cloud-42-20261124.0/STATUS': 'FINISHED\n',
  })

  const { stdout } = await nightjar('find', 'cloud', '--release', '42', ...fedora.config)

  expect(stdout).toMatch(/^Fedora-Cloud-42-20261124\.0 FINISHED\n/)
  expect(fedora.asked()).toHaveLength(2)
})

test.each([
  ['cloud', 'forty', 'expected the number of a release such as 43, not "forty"'],
  ['eln', '11', 'the composes of eln have no release in their ids'],
])('%s of release %s is wrong usage', async (stream, release, said) => {
  const { code, stderr } = await nightjar('find', stream, '--release', release)

  expect(stderr).toContain(said)
  expect(code).toBe(2)
})

const lines: readonly (readonly [args: string, found: string])[] = [
  ['container', 'Fedora-Container-43-20261124.0'],
  ['updates', 'Fedora-43-updates-20261124.0'],
  ['updates --release 42', 'Fedora-42-updates-20261124.1'],
  ['updates-testing', 'Fedora-43-updates-testing-20261124.0'],
  ['epel', 'Fedora-EPEL-10.1-updates-20261124.0'],
  ['epel --release 10.10', 'Fedora-EPEL-10.10-updates-20261123.0'],
  ['epel-testing', 'Fedora-Epel-9-updates-testing-20261124.0'],
]

test.each(lines)('the newest compose of a line without nights is found: %s', async (args, found) => {
  const folder = args.startsWith('container') ? 'container' : 'updates'
  await using fedora = await smallFedora({
    [`/compose/${folder}/`]: index(...lines.map(([, id]) => id), 'Fedora-43-updates-20261123.0'),
    [`/compose/${folder}/${found}/STATUS`]: 'FINISHED\n',
    '/release.json': releases([44]),
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
