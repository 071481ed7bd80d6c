import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { probeMatrix, sendNotice } from '../../../clients/matrix/matrix.ts'
import { NotNow } from '../../../clients/not-now.ts'
import { UnknownOutcome } from '../../../clients/unknown-outcome.ts'
import { failureOf } from '../failure-of.ts'
import { nobody, stubServer } from '../stub-server.ts'

const room = '!room/1:example.org'
const token = 'syt_SECRET'

function place(homeserver: string, deadlineMs = 5000) {
  return { service: 'Matrix qa', homeserver, room, deadlineMs }
}

function send(homeserver: string, deadlineMs?: number): Promise<string> {
  const { signal } = new AbortController()
  const notice = { id: 'nightly_rawhide_2026-11-24_1', text: 'BROKEN', html: '<b>BROKEN</b>', signal }
  return sendNotice(place(homeserver, deadlineMs), token, notice)
}

function answering(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}) {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return (response: ServerResponse): void => {
    response.writeHead(status, headers).end(text)
  }
}

test('a notice is put into the room under its id, with the token in a header', async () => {
  await using server = await stubServer(answering(200, { event_id: '$abc' }))

  expect(await send(`${server.url}/base/`)).toBe('it is $abc')
  expect(server.arrived).toMatchObject([
    {
      method: 'PUT',
      target:
        '/base/_matrix/client/v3/rooms/!room%2F1%3Aexample.org/send/m.room.message/nightly_rawhide_2026-11-24_1',
      headers: { authorization: 'Bearer syt_SECRET' },
    },
  ])
  expect(JSON.parse(server.arrived[0]?.body ?? '')).toEqual({
    msgtype: 'm.notice',
    body: 'BROKEN',
    format: 'org.matrix.custom.html',
    formatted_body: '<b>BROKEN</b>',
  })
})

test.each([
  [401, 'M_UNKNOWN_TOKEN', 'log in anew'],
  [401, 'M_MISSING_TOKEN', 'log in anew'],
  [403, 'M_FORBIDDEN', 'invite the user'],
  [404, 'M_UNRECOGNIZED', 'correct homeserver and room'],
  [413, 'M_TOO_LARGE', 'correct homeserver and room'],
])('%i %s is refused for good, and says what to do', async (status, errcode, todo) => {
  await using server = await stubServer(answering(status, { errcode, error: `no, ${token}\u001B[31m` }))

  const failure = await failureOf(send(server.url))

  expect(failure.kind).toBe('refused')
  expect(failure.message).toContain(`it answered ${status} ${errcode} (no, …`)
  expect(failure.message).toContain(todo)
  expect(failure.message).not.toMatch(/SECRET|\p{Cc}/u)
})

test.each([
  [429, { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 2500 }, {}, 2500],
  [429, { errcode: 'M_LIMIT_EXCEEDED' }, { 'retry-after': '3' }, 3000],
  [429, { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: '1e9' }, {}, null],
  [429, { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: -1 }, {}, null],
  [502, '<html>Bad gateway</html>', {}, null],
  [503, '', { 'retry-after': '60' }, 60_000],
])('%i %j %j is to be sent again after %s ms', async (status, value, headers, expected) => {
  await using server = await stubServer(answering(status, value, { ...headers }))

  const failure = await failureOf(send(server.url))

  expect(failure instanceof NotNow && failure.retryAfterMs).toBe(expected)
})

test.each(['<html>Welcome to the hotel</html>', '{}', '{"event_id":5}', '[]', 'null', ''])(
  '200 with %j is no answer of Matrix',
  async (text) => {
    await using server = await stubServer(answering(200, text))

    expect((await failureOf(send(server.url))).kind).toBe('garbled')
  },
)

test('a notice whose answer is lost may be in the room, one for which nobody listens is not', async () => {
  await using silent = await stubServer(() => {})
  await using breaking = await stubServer((response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{')
    response.destroy()
  })

  expect(await failureOf(send(silent.url, 300))).toBeInstanceOf(UnknownOutcome)
  expect(await failureOf(send(breaking.url))).toBeInstanceOf(UnknownOutcome)
  expect(await failureOf(send(nobody))).not.toBeInstanceOf(UnknownOutcome)
})

test('the token goes to no other place', async () => {
  await using other = await stubServer(answering(200, { event_id: '$abc' }))
  await using server = await stubServer(answering(307, '', { location: `${other.url}/` }))

  expect((await failureOf(send(server.url))).kind).toBe('refused')
  expect(other.arrived).toEqual([])
})

test('an answer without end is not read to its end', async () => {
  await using server = await stubServer((response) => {
    response.writeHead(200)
    const more = setInterval(() => response.write('x'.repeat(65_536)), 1)
    response.on('close', () => clearInterval(more))
  })

  expect((await failureOf(send(server.url))).message).toContain('sent more than 1048576 bytes')
})

test('a room is asked for without a message', async () => {
  const joined: string[] = []
  await using server = await stubServer((response, { target }) => {
    const isWho = target.endsWith('/account/whoami')
    response.end(JSON.stringify(isWho ? { user_id: '@nightjar:example.org' } : { joined_rooms: joined }))
  })

  const outside = await failureOf(probeMatrix(place(server.url), token))
  joined.push(room)

  expect(outside.message).toMatch(/@nightjar:example\.org is not in !room.*: invite the user/)
  expect(await probeMatrix(place(server.url), token)).toBe(
    '@nightjar:example.org is in the room; nothing was sent',
  )
  expect(new Set(server.arrived.map(({ method }) => method))).toEqual(new Set(['GET']))
})

test('the ids of a lying homeserver cannot move the cursor or start a line', async () => {
  const lie = '$a\n\u001B[31mok\u202E'
  await using server = await stubServer(answering(200, { event_id: lie }))
  await using who = await stubServer((response, { target }) => {
    const answer = target.endsWith('whoami') ? { user_id: `@${lie}` } : { joined_rooms: [room] }
    response.end(JSON.stringify(answer))
  })

  expect(await send(server.url)).toBe('it is $a [31mok')
  expect(await probeMatrix(place(who.url), token)).toBe('@$a [31mok is in the room; nothing was sent')
})

test('an id of control characters alone is none', async () => {
  await using server = await stubServer(answering(200, { event_id: '\u001B\u0007' }))

  expect((await failureOf(send(server.url))).kind).toBe('garbled')
})
