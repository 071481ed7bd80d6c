import { rm, writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import type { ReportInput } from '../../../activities/report-activities.ts'
import { parseReport } from '../../../report/report-schema.ts'
import { stubServer } from '../../clients/stub-server.ts'
import { away, stage } from '../delivery/deliver.ts'
import { reportInput } from '../report-input.ts'
import { secret, tryChannel, withWebhook } from './webhook-stage.ts'

const run = 'nightly/rawhide/2026-11-24'

/** The report of a night without a compose; each is another edition, as another compose was doomed. */
function nth(number: number): ReportInput {
  const discarded = [{ id: `compose ${number}`, status: 'DOOMED' }]
  return reportInput('2026-11-24', { nth: number, discarded, temporalRun: 'the-run' })
}

/** Answers one status after the other, then 204. */
function answering(...statuses: readonly number[]) {
  const left = [...statuses]
  return (response: ServerResponse): void => {
    response.writeHead(left.shift() ?? 204).end()
  }
}

function hangUp(response: ServerResponse): void {
  response.destroy()
}

test('an edition goes out as it is published, signed, and is not sent again to who has it', async () => {
  await using server = await stubServer(answering())
  await using here = await stage()
  const settings = await withWebhook(here, server.url)

  const first = await tryChannel({ ...here, settings }, nth(1))
  const again = await tryChannel({ ...here, settings }, nth(1))

  expect(first.written.channels).toEqual(['qa-hook'])
  const id = 'nightly_rawhide_2026-11-24_1'
  expect(first).toMatchObject({
    messageId: id,
    recipients: [{ recipient: 'qa-hook', state: 'delivered', why: 'it answered 204' }],
  })
  expect(again.recipients).toMatchObject([{ state: 'delivered' }])
  expect(server.arrived).toHaveLength(1)
  const [{ headers, body } = { headers: {}, body: '' }] = server.arrived
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
  expect(new Webhook(secret).verify(body, named)).toMatchObject({
    type: 'nightjar.report',
    timestamp: '2026-11-24T11:00:00.000Z',
    data: { run, edition: 1, verdict: 'absent' },
  })
  const { data }: { data: unknown } = JSON.parse(body)
  expect(JSON.stringify(parseReport(JSON.stringify(data)))).toBe(
    JSON.stringify(parseReport((await here.archive.reportOf(run)) ?? '')),
  )
  expect(await here.archive.deliveriesOf(run)).toMatchObject([
    { edition: 1, channel: 'qa-hook', recipient: 'qa-hook', state: 'delivered', messageId: id },
  ])
})

test.each([
  ['answered 503', 'waiting', answering(503)],
  ['answered 410', 'refused', answering(410)],
  ['given no answer', 'unknown', hangUp],
] as const)(
  'an edition that is %s is %s, and a repeat has the same id and body',
  async (_, state, answer) => {
    let isFirst = true
    await using server = await stubServer((response) => {
      if (isFirst) answer(response)
      else response.writeHead(204).end()
      isFirst = false
    })
    await using here = await stage()
    const settings = await withWebhook(here, server.url)

    const first = await tryChannel({ ...here, settings }, nth(1))
    const noted = await here.archive.deliveriesOf(run)
    const second = await tryChannel({ ...here, settings }, nth(1), { left: ['qa-hook'] })

    expect(first.recipients).toMatchObject([{ recipient: 'qa-hook', state }])
    expect(noted).toMatchObject([{ state, attempts: 1 }])
    expect(second.recipients).toMatchObject([{ state: 'delivered' }])
    expect(await here.archive.deliveriesOf(run)).toMatchObject([{ state: 'delivered', attempts: 2 }])
    const sent = server.arrived.map(({ headers, body }) => `${String(headers['webhook-id'])} ${body}`)
    expect(sent).toHaveLength(2)
    expect(new Set(sent).size).toBe(1)
  },
)

test('a receiver that says when to come again is heard', async () => {
  await using server = await stubServer((response) => {
    response.writeHead(429, { 'retry-after': '90' }).end()
  })
  await using here = await stage()

  const sent = await tryChannel({ ...here, settings: await withWebhook(here, server.url) }, nth(1))

  expect(sent.retryAfterMs).toBe(90_000)
})

test('the rule of a channel decides, and who got an edition gets what amends it', async () => {
  await using server = await stubServer(answering())
  await using here = await stage()
  const rule = { when: 'new failure' } as const
  const settings = await withWebhook(here, server.url, rule)

  const unwanted = await tryChannel({ ...here, settings }, nth(1))
  const wanted = await tryChannel({ ...here, settings: await withWebhook(here, server.url) }, nth(2))
  const amended = await tryChannel({ ...here, settings }, nth(3))

  expect(unwanted).toMatchObject({ recipients: [], why: 'not sent: no rule wants this report' })
  expect(wanted.recipients).toMatchObject([{ state: 'delivered' }])
  expect(amended.recipients).toMatchObject([{ state: 'delivered' }])
  expect((await here.archive.deliveriesOf(run)).map(({ edition, state }) => [edition, state])).toEqual([
    [1, 'skipped'],
    [2, 'delivered'],
    [3, 'delivered'],
  ])
})

test('an archive that is away holds no channel up, and an edition without its number has an id of its own', async () => {
  await using server = await stubServer(answering())
  await using here = await stage()
  const settings = await withWebhook(here, server.url)
  const archive = { ...here.archive, deliveriesOf: away, delivered: away, reportOf: away }

  const { messageId, recipients } = await tryChannel({ settings, archive }, nth(1), { recorded: false })

  expect(messageId).toBe('nightly_rawhide_2026-11-24_the-run-1')
  expect(recipients).toMatchObject([{ state: 'delivered' }])
})

test('a worker without the channel leaves it to others, and one with a bad secret waits for a good one', async () => {
  await using server = await stubServer(answering())
  await using here = await stage()
  const settings = await withWebhook(here, server.url)
  const [{ secret_file: file } = { secret_file: '' }] = settings.webhook

  const elsewhere = await tryChannel({ ...here, settings }, nth(1), { channel: 'other' })
  await rm(file)
  const missing = await tryChannel({ ...here, settings }, nth(1))
  await writeFile(file, 'whsec_c2hvcnQ=\n')
  const short = await tryChannel({ ...here, settings }, nth(1))
  await writeFile(file, `${secret}\n`)
  const corrected = await tryChannel({ ...here, settings }, nth(1))

  expect(elsewhere.recipients).toMatchObject([
    { state: 'waiting', why: expect.stringContaining('has no channel other') },
  ])
  expect(missing.recipients).toMatchObject([
    { state: 'waiting', why: expect.stringContaining('cannot be read') },
  ])
  expect(short.recipients).toMatchObject([
    { state: 'waiting', why: expect.stringContaining('expected "whsec_"') },
  ])
  expect(short.recipients[0]?.why).not.toContain('c2hvcnQ')
  expect(corrected.recipients).toMatchObject([{ state: 'delivered' }])
  expect(server.arrived).toHaveLength(1)
})
