import { createTransport } from 'nodemailer'
import { expect, test, vi } from 'vitest'
import { rsync } from '../../clients/rsync/rsync.ts'
import { startInbox } from '../../lab/mail/inbox.ts'
import { listen } from '../../lab/listen.ts'
import { startMailGate } from '../../lab/gates/mail-gate.ts'
import { startRsyncDaemon } from '../../lab/rsync-daemon.ts'
import { startRsyncGate } from '../../lab/gates/rsync-gate.ts'
import type { PassingCall, Spoil } from '../../lab/gates/spoil.ts'
import { startWebGate } from '../../lab/gates/web-gate.ts'

const moments = ['before', 'after'] as const
const everySpoil = moments.flatMap((when) =>
  (['502', 'reset', 'hang', 'answer'] as const).map((how) => ({ when, how })),
)

/** What a caller got, in a word. */
async function fate(call: Promise<unknown>): Promise<string> {
  const silence = new Promise<string>((resolve) => setTimeout(() => resolve('silence'), 1000))
  return await Promise.race([
    silence,
    call.then(
      (answer) => String(answer),
      () => 'failed',
    ),
  ])
}

/** How often a service was reached, and at which count the moment of the spoil was. */
function watched(spoil: Spoil) {
  const seen = { carriedOut: 0, atTheMoment: -1, calls: [] as PassingCall[] }
  const guard = (call: PassingCall): Spoil => {
    seen.calls.push(call)
    return {
      ...spoil,
      async meanwhile() {
        seen.atTheMoment = seen.carriedOut
      },
    }
  }
  return { seen, guard }
}

function fateOf({ how }: Spoil, otherwise: string): string {
  return { '502': otherwise, reset: 'failed', hang: 'silence', answer: 'done' }[how]
}

const reached = ({ when, how }: Spoil) => (when === 'after' || how === 'answer' ? 1 : 0)

test.concurrent.each(everySpoil)('a request spoiled $when it is carried out, by $how', async (spoil) => {
  const { seen, guard } = watched(spoil)
  const service = await listen((_, response) => {
    seen.carriedOut++
    response.end('done')
  })
  const gate = await startWebGate({ service: 'openqa', port: service.port }, guard)
  const body = new URLSearchParams({ BUILD: 'x y' })

  const answer = await fate(
    fetch(`${gate.url}/api/v1/isos?a=1`, { method: 'POST', body }).then((got) =>
      got.ok ? got.text() : String(got.status),
    ),
  )
  await Promise.all([gate.close(), service.close()])

  expect(answer).toBe(fateOf(spoil, '502'))
  expect(seen.carriedOut).toBe(reached(spoil))
  expect(seen.atTheMoment).toBe(spoil.when === 'before' ? 0 : 1)
  expect(seen.calls).toEqual([
    { service: 'openqa', method: 'POST', path: '/api/v1/isos', params: { a: '1', BUILD: 'x y' } },
  ])
})

test.concurrent.each(everySpoil)('a mail spoiled $when it is taken, by $how', async (spoil) => {
  const { seen, guard } = watched(spoil)
  await using inbox = await startInbox()
  const gate = await startMailGate(inbox.port, (call) => {
    const plan = guard(call)
    return {
      ...plan,
      async meanwhile() {
        seen.carriedOut = inbox.deliveries().length
        await plan.meanwhile?.()
      },
    }
  })
  const transport = createTransport({ host: '127.0.0.1', port: gate.port, ignoreTLS: true })
  const mail = { messageId: '<a@b>', from: 'a@b', to: 'c@d', text: 'one\n.\ntwo' }

  const answer = await fate(transport.sendMail(mail).then(() => 'done'))
  await gate.close()

  expect(answer).toBe(fateOf(spoil, 'failed'))
  expect(seen.atTheMoment).toBe(spoil.when === 'before' ? 0 : 1)
  expect(inbox.deliveries()).toHaveLength(reached(spoil))
  expect(seen.calls).toEqual([{ service: 'smtp', method: 'DATA', path: '', params: { messageId: '<a@b>' } }])
})

test.concurrent.each(everySpoil)('a listing spoiled $when it is made, by $how', async (spoil) => {
  const { seen, guard } = watched(spoil)
  const daemon = await startRsyncDaemon({ root: import.meta.dirname })
  const gate = await startRsyncGate(daemon.port, guard)
  const listed: string[] = []

  const answer = await fate(
    rsync({ allowedHosts: [`127.0.0.1:${gate.port}`], deadlineMs: 10_000 })
      .list(`rsync://127.0.0.1:${gate.port}/fedora-buffet/`, (text) => listed.push(text))
      .then(() => 'done'),
  )
  await gate.close()
  await daemon.close()

  expect(answer).toBe(fateOf(spoil, 'failed'))
  expect(seen.calls).toHaveLength(1)
  expect(listed.join('').includes('gates.test.ts')).toBe(spoil.how === 'answer')
})

test.concurrent.each(['502', 'reset', 'hang'] as const)(
  'a request spoiled late, by %s, is carried out when its caller is gone',
  async (how) => {
    const { seen, guard } = watched({ when: 'late', how })
    const service = await listen((_, response) => {
      seen.carriedOut++
      response.end('done')
    })
    const gate = await startWebGate({ service: 'openqa', port: service.port }, guard)

    const signal = AbortSignal.timeout(300)
    const answer = await fate(fetch(gate.url, { signal }).then(({ status }) => String(status)))
    const atOnce = seen.carriedOut
    await vi.waitUntil(() => seen.carriedOut > 0, { timeout: 5000 })
    await Promise.all([gate.close(), service.close()])

    expect(answer).toBe(how === '502' ? '502' : 'failed')
    expect(atOnce).toBe(0)
    expect(seen.carriedOut).toBe(1)
  },
)
