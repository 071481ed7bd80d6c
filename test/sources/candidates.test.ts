import { expect, test } from 'vitest'
import { formatComposeId } from '../../compose/naming/compose-id.ts'
import { composeOf, newestCandidate, newCandidates } from '../../sources/candidates.ts'
import { composeServices } from '../../workers/config/compose-source.ts'
import { loadConfig } from '../../workers/config/config.ts'
import { smallFedora, type Files } from '../cli/small-fedora.ts'

const [first, second, third] = ['Fedora-44-20260414.0', 'Fedora-44-20260414.1', 'Fedora-44-20260415.0']
const everyDay = { since: '', known: [] }

function folder(...ids: readonly string[]): Files {
  return { '/compose/44/': ids.map((id) => `<a href="${id}/">${id}/</a>`).join('\n') }
}

function pathOf(id: string): string {
  return `/compose/44/${id}/compose/metadata/composeinfo.json`
}

function info(id: string, label: string): Files {
  return { [pathOf(id)]: JSON.stringify({ payload: { compose: { id, type: 'production', label } } }) }
}

function sourceOf({ config: [, file = ''] }: { readonly config: readonly string[] }) {
  return composeServices(loadConfig(file))
}

test.each([
  ['garbled', '{"payload'],
  ['of another compose', JSON.stringify({ payload: { compose: { id: third, label: 'RC-1.3' } } })],
  ['forbidden', 403],
  ['not to be had', 500],
  ['never sent', 0],
])('a composeinfo.json that is %s hides no other candidate', async (_, file) => {
  await using fedora = await smallFedora({
    ...folder(first, second),
    ...info(second, 'RC-1.2'),
    [pathOf(first)]: file,
  })

  const { found, unread } = await newCandidates(sourceOf(fedora), 44, { ...everyDay, labelMs: 500 })

  expect(found.map(({ id }) => formatComposeId(id))).toEqual([second])
  expect(unread).toHaveLength(1)
})

test('a compose without a label, or with a strange one, is no candidate, and nothing is wrong with it', async () => {
  await using fedora = await smallFedora({
    ...folder(first, second),
    ...info(first, `RC-1.2\n<b>${'../'.repeat(3000)}`),
  })

  expect(await newCandidates(sourceOf(fedora), 44, everyDay)).toEqual({ found: [], unread: [] })
})

test('a compose that is known, or old, is not asked for its label', async () => {
  await using fedora = await smallFedora({ ...folder(first, second, third), ...info(third, 'RC-1.3') })

  const { found } = await newCandidates(sourceOf(fedora), 44, { since: '20260415', known: [third] })

  expect(found).toEqual([])
  expect(fedora.asked()).toEqual(['/compose/44/'])
})

test('a release without a folder has no candidate yet', async () => {
  await using fedora = await smallFedora({})

  expect(await newCandidates(sourceOf(fedora), 44, everyDay)).toEqual({ found: [], unread: [] })
  expect(await newestCandidate(sourceOf(fedora), 44)).toBeNull()
})

test('the newest candidate is told without a look at older ones', async () => {
  await using fedora = await smallFedora({
    ...folder(first, second, third),
    ...info(second, 'RC-1.2'),
    [pathOf(first)]: '{',
  })

  const newest = await newestCandidate(sourceOf(fedora), 44)

  expect(newest && formatComposeId(newest.id)).toBe(second)
})

test('nobody knows which is the newest while a newer one cannot be read', async () => {
  await using fedora = await smallFedora({
    ...folder(first, second),
    ...info(first, 'RC-1.1'),
    [pathOf(second)]: 500,
  })

  await expect(newestCandidate(sourceOf(fedora), 44)).rejects.toThrow('answered 500')
})

test('a candidate whose folder is deleted is still known by the series', async () => {
  await using fedora = await smallFedora({
    '/compose/metadata-archive/series/Fedora-44': `${first} RC-1.1\n`,
  })
  const candidate = { release: 44, label: { name: 'RC', major: 1, minor: 1 } } as const

  const id = await composeOf(sourceOf(fedora), candidate)

  expect(formatComposeId(id)).toBe(first)
})
