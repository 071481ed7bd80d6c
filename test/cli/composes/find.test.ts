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
