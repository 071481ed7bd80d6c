import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ClientFailure } from '../../clients/failure.ts'
import { probeMatrix, sendNotice } from '../../clients/matrix/matrix.ts'
import { NotNow } from '../../clients/not-now.ts'
import { failureOf } from '../clients/failure-of.ts'
import { startSynapse, type MatrixUser, type Synapse } from './matrix/synapse.ts'

const { NIGHTJAR_CHANNELS_PYTHON: python = '' } = process.env

describe.skipIf(python === '')('a real Matrix homeserver (run-channels.ts installs one)', () => {
  let synapse: Synapse
  let nightjar: MatrixUser
  let person: MatrixUser
  let room: string

  beforeAll(async () => {
    synapse = await startSynapse(python)
    nightjar = await synapse.register('nightjar')
    person = await synapse.register('person')
    const made = await person.ask('POST', 'createRoom', { preset: 'private_chat', invite: [nightjar.id] })
    room = String(made['room_id'])
    await nightjar.ask('POST', `join/${encodeURIComponent(room)}`)
  }, 120_000)

  afterAll(() => synapse[Symbol.asyncDispose]())

  const place = () => ({ service: 'Matrix qa', homeserver: synapse.url, room, deadlineMs: 20_000 })

  function send(id: string, token = nightjar.token): Promise<string> {
    const { signal } = new AbortController()
    return sendNotice(place(), token, { id, text: `text ${id}`, html: `<p>text ${id}</p>`, signal })
  }

  async function inRoom(): Promise<readonly unknown[]> {
    const { chunk } = await person.ask('GET', `rooms/${encodeURIComponent(room)}/messages?dir=b&limit=100`)
    const events = Array.isArray(chunk) ? chunk : []
    return events.filter(({ type }) => type === 'm.room.message').map(({ content }) => content)
  }

  test('keeps one of a notice and its repeats, and shows it as text and as HTML', async () => {
    const said = [await send('night_1'), await send('night_1'), await send('night_2')]

    expect(said[0]).toMatch(/^it is \$/)
    expect(said[1]).toBe(said[0])
    expect(said[2]).not.toBe(said[0])
    expect(await inRoom()).toMatchObject([
      { msgtype: 'm.notice', body: 'text night_2' },
      { msgtype: 'm.notice', body: 'text night_1', formatted_body: '<p>text night_1</p>' },
    ])
  })

  test('says whether the user of a token is in the room', async () => {
    const stranger = await synapse.register('stranger')

    expect(await probeMatrix(place(), nightjar.token)).toBe(`${nightjar.id} is in the room; nothing was sent`)
    expect((await failureOf(probeMatrix(place(), stranger.token))).message).toContain('is not in')
    expect((await failureOf(send('night_3', stranger.token))).message).toMatch(/M_FORBIDDEN.*invite the user/)
  })

  test('refuses a token that was logged out, with what to do', async () => {
    const leaving = await synapse.register('leaving')
    await leaving.ask('POST', 'logout', {})

    const failure = await failureOf(send('night_4', leaving.token))

    expect(failure).toMatchObject({ kind: 'refused' })
    expect(failure.message).toMatch(/M_UNKNOWN_TOKEN.*log in anew/)
    expect(failure.message).not.toContain(leaving.token)
  })

  test('says when it takes more of who sends too much', async () => {
    const failures: ClientFailure[] = []
    for (let nth = 0; nth < 30 && failures.length === 0; nth += 1) {
      await send(`many_${nth}`).catch((thrown: unknown) => {
        if (!(thrown instanceof ClientFailure)) throw thrown
        failures.push(thrown)
      })
    }

    const [failure] = failures
    expect(failure).toBeInstanceOf(NotNow)
    expect(failure instanceof NotNow && (failure.retryAfterMs ?? 0) > 0).toBe(true)
  })
})
