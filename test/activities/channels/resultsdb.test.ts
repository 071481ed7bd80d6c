import { afterAll, expect, onTestFinished, test } from 'vitest'
import { resultsDbChannel } from '../../../activities/channels/resultsdb.ts'
import { resultsDb } from '../../../clients/resultsdb/resultsdb.ts'
import { UnknownOutcome } from '../../../clients/unknown-outcome.ts'
import type { OpenQaFault } from '../../../lab/openqa/fault.ts'
import { startLabResultsDb } from '../../../lab/resultsdb/server.ts'
import { makeReport } from '../../../report/make-report.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'
import { failureOf } from '../../clients/failure-of.ts'
import { stubServer } from '../../clients/stub-server.ts'
import { green } from '../../report/green-night.ts'
import { nights } from '../../report/nights.ts'

const rule = { to: ['resultsdb'], when: 'always', streams: null, arches: null, subvariants: null } as const
const report = makeReport(green)
const database = await freshDatabase()
afterAll(() => database[Symbol.asyncDispose]())

/** The channel to a ResultsDB whose calls are disturbed in turn. */
async function disturbed(...faults: readonly (OpenQaFault | null)[]) {
  const left = [...faults]
  const lab = await startLabResultsDb({ disturbed: () => left.shift() ?? null })
  onTestFinished(() => lab.close())
  return { lab, channel: channelTo(`${lab.url}/api/v2.0`) }
}

function channelTo(url: string) {
  return resultsDbChannel({ name: 'resultsdb', rule }, (signal) =>
    resultsDb({ url, deadlineMs: 30_000, ...(signal && { signal }) }),
  )
}

function message(id: string, of = report) {
  return { id, report: of, archive: database.archive, signal: new AbortController().signal }
}

test('an edition is posted once, a further one again', async () => {
  const { lab, channel } = await disturbed()

  expect(await channel.send(message('run_1'))).toBe('result 1')
  expect(await channel.send(message('run_1'))).toBe('result 1, which an earlier try had posted')
  expect(await channel.send(message('run_2', { ...report, edition: 2 }))).toBe('result 2')
  expect(lab.results().map(({ data }) => [data['nightjar.delivery'], data['nightjar.edition']])).toEqual([
    [['run_1'], ['1']],
    [['run_2'], ['2']],
  ])
})

test('a try of unknown outcome is looked up by the next, never repeated blindly', async () => {
  const { lab, channel } = await disturbed(null, 'reset-after', '503')

  const failure = await failureOf(channel.send(message('run_1')))

  expect(failure).toBeInstanceOf(UnknownOutcome)
  expect(failure.message.match(/not known/g)).toHaveLength(1)
  expect(await channel.send(message('run_1'))).toBe('result 1, which an earlier try had posted')
  expect(lab.results()).toHaveLength(1)
})

test('a post that is found right after it had no answer counts as posted', async () => {
  const { lab, channel } = await disturbed(null, '502-after')

  expect(await channel.send(message('run_1'))).toBe('result 1')
  expect(lab.results()).toHaveLength(1)
})

test('while it cannot be looked into, nothing is posted, and it is tried again', async () => {
  const { lab, channel } = await disturbed('503')

  const failure = await failureOf(channel.send(message('run_1')))

  expect(failure).not.toBeInstanceOf(UnknownOutcome)
  expect(failure.kind).toBe('unreachable')
  expect(lab.requests()).toHaveLength(1)
})

test('a login that is wrong is refused for good', async () => {
  await using server = await stubServer((response, { method }) => {
    if (method === 'GET') return response.end('{"data":[],"next":null}')
    return response.writeHead(403).end('{"message":"no"}')
  })

  const failure = await failureOf(channelTo(server.url).send(message('run_1')))

  expect(failure.kind).toBe('refused')
  expect(failure.message).toMatch(/^ResultsDB: POST \/results answered 403: no; check resultsdb.user/)
})

test('a night without a compose posts nothing', async () => {
  const { lab, channel } = await disturbed()
  const { absent } = nights

  expect(await channel.send(message('run_1', makeReport(absent ?? green)))).toContain('no compose')
  expect(lab.requests()).toEqual([])
})

test('the doctor reads, and posts nothing', async () => {
  const { lab, channel } = await disturbed()
  const wrong = channelTo(`${lab.url}/api`)

  expect(await channel.examine()).toContain('it can be read')
  expect((await failureOf(wrong.examine())).message).toContain('resultsdb.url ends in /api/v2.0')
  expect(lab.results()).toEqual([])
})
