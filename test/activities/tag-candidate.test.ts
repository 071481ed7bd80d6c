import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { expect, test } from 'vitest'
import { tagCandidate } from '../../activities/tag-candidate.ts'
import { openQa } from '../../clients/openqa/openqa.ts'
import { candidateTag } from '../../jobs/plan/candidate-tag.ts'
import { green } from '../../lab/scenarios/green.ts'
import { freshDatabase } from '../archive/fresh-database.ts'
import { stubServer } from '../clients/stub-server.ts'
import { steppedLab } from '../sources/stepped-lab.ts'
import { toolsOf } from './tools-of.ts'

const compose = 'Fedora-44-20261124.0'
const tag = candidateTag(compose)
const plan = {
  compose,
  url: 'https://kojipkgs.fedoraproject.org/compose/44/Fedora-44-20261124.0',
  label: 'RC-1.2',
  version: '44',
  posts: [],
  warnings: [],
  images: [],
  judged: null,
}

/** How openQA answers to a comment: it takes it, takes it and loses the answer, or refuses it. */
type Taking = 'takes' | 'loses' | 'refuses'

/** Tags the build in an openQA whose jobs are in two groups, once for each way to answer. */
async function tagged(before: readonly string[], ...ways: readonly Taking[]) {
  await using lab = await steppedLab(green, '2026-11-24')
  await using database = await freshDatabase()
  const comments: Record<string, string[]> = { 3: [...before], 7: [] }
  let way: Taking = 'takes'
  await using server = await stubServer((response, { method, target, body }) => {
    response.setHeader('content-type', 'application/json')
    const group = /\/groups\/(\d+)\/comments/.exec(target)?.[1]
    if (group === undefined) {
      const jobs = [{ group_id: 3 }, { group_id: 7 }, { group_id: 3 }, { group_id: null }]
      return response.end(JSON.stringify({ jobs }))
    }
    const known = comments[group] ?? []
    if (method === 'GET') return response.end(JSON.stringify(known.map((text) => ({ text }))))
    if (way === 'refuses') return response.writeHead(403).end('{"error":"no permission"}')
    known.push(new URLSearchParams(body).get('text') ?? '')
    return way === 'loses' ? response.destroy() : response.end('{"id":1}')
  })
  const client = openQa({ url: server.url, key: 'A', secret: 'B' })
  const tools = toolsOf(lab, database, { client, canPost: true })
  const kept = await database.archive.keep(plan, 'candidate/44/RC-1.2')
  const answers: (number | string)[] = []
  for (const each of ways) {
    way = each
    const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') })
    const answer: Promise<number> = environment.run(tagCandidate(tools), { plan: kept })
    answers.push(await answer.catch((error: unknown) => (error instanceof Error ? error.message : '')))
  }
  return { comments, answers }
}

test('each group that has jobs of the build gets the tag', async () => {
  expect(await tagged([], 'takes')).toEqual({ comments: { 3: [tag], 7: [tag] }, answers: [2] })
})

test('a group that has the tag gets no second one', async () => {
  const { comments } = await tagged([`a person wrote it: ${tag}`], 'takes')

  expect(comments).toEqual({ 3: [`a person wrote it: ${tag}`], 7: [tag] })
})

test('the tag of another build does not count', async () => {
  const other = candidateTag('Fedora-44-20261124.10')

  expect((await tagged([other], 'takes')).comments).toEqual({ 3: [other, tag], 7: [tag] })
})

test('after a lost answer the next try finds the tag', async () => {
  const { comments, answers } = await tagged([], 'loses', 'loses', 'takes')

  expect(comments).toEqual({ 3: [tag], 7: [tag] })
  expect(answers).toEqual([expect.stringContaining('not known'), expect.stringContaining('not known'), 2])
})

test('openQA may refuse it, which is final', async () => {
  const { comments, answers } = await tagged([], 'refuses')

  expect(comments).toEqual({ 3: [], 7: [] })
  expect(answers).toEqual([expect.stringContaining('no permission')])
})
