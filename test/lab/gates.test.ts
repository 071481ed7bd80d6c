import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
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
function wordFor(call: Promise<unknown>): Promise<string> {
  return call.then(
    (answer) => String(answer),
    () => 'failed',
  )
}

/** Spoils the first of all calls: how often the service was reached by then, and which call it was. */
function watched(spoil: Spoil) {
  const { promise: moment, resolve: comes } = Promise.withResolvers<void>()
  const seen = { carriedOut: 0, atTheMoment: -1, calls: [] as PassingCall[] }
  const guard = (call: PassingCall): Spoil | null => {
    if (seen.calls.push(call) > 1) return null
    return {
      ...spoil,
      async meanwhile() {
        seen.atTheMoment = seen.carriedOut
        comes()
      },
    }
  }
  /** What the first of two callers got; `silence` where it has nothing when a second one has its answer. */
  const fate = async (call: () => Promise<unknown>): Promise<string> => {
    const first = wordFor(call())
    if (spoil.how !== 'hang') return await first
    await moment
    return await Promise.race([first, wordFor(call()).then((second) => `silence, then ${second}`)])
  }
  return { seen, guard, fate, moment }
}

function fateOf({ how }: Spoil, otherwise: string): string {
  return { '502': otherwise, reset: 'failed', hang: 'silence, then done', answer: 'done' }[how]
}

/** How often the service is reached in all. */
function reached({ when, how }: Spoil): number {
  const first = when === 'after' || how === 'answer' ? 1 : 0
  return how === 'hang' ? first + 1 : first
}

test.concurrent.each(everySpoil)('a request spoiled $when it is carried out, by $how', async (spoil) => {
  const { seen, guard, fate } = watched(spoil)
  const service = await listen((_, response) => {
    seen.carriedOut++
    response.end('done')
  })
  const gate = await startWebGate({ service: 'openqa', port: service.port }, guard)
  const body = new URLSearchParams({ BUILD: 'x y' })

  const answer = await fate(() =>
    fetch(`${gate.url}/api/v1/isos?a=1`, { method: 'POST', body }).then((got) =>
      got.ok ? got.text() : String(got.status),
    ),
  )
  await Promise.all([gate.close(), service.close()])

  expect(answer).toBe(fateOf(spoil, '502'))
  expect(seen.carriedOut).toBe(reached(spoil))
  expect(seen.atTheMoment).toBe(spoil.when === 'before' ? 0 : 1)
  expect(seen.calls[0]).toEqual({
    service: 'openqa',
    method: 'POST',
    path: '/api/v1/isos',
    params: { a: '1', BUILD: 'x y' },
  })
})

test.concurrent.each(everySpoil)('a mail spoiled $when it is taken, by $how', async (spoil) => {
  const { seen, guard, fate } = watched(spoil)
  await using inbox = await startInbox()
  const gate = await startMailGate(inbox.port, (call) => {
    const plan = guard(call)
    if (plan === null) return null
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

  const answer = await fate(() => transport.sendMail(mail).then(() => 'done'))
  await gate.close()

  expect(answer).toBe(fateOf(spoil, 'failed'))
  expect(seen.atTheMoment).toBe(spoil.when === 'before' ? 0 : 1)
  expect(inbox.deliveries()).toHaveLength(reached(spoil))
  expect(seen.calls[0]).toEqual({
    service: 'smtp',
    method: 'DATA',
    path: '',
    params: { messageId: '<a@b>' },
  })
})

test.concurrent.each(everySpoil)('a listing spoiled $when it is made, by $how', async (spoil) => {
  const { seen, guard, fate } = watched(spoil)
  const daemon = await startRsyncDaemon({ root: import.meta.dirname })
  const gate = await startRsyncGate(daemon.port, guard)
  const listings: string[][] = []
  const list = () => {
    const texts: string[] = []
    listings.push(texts)
    return rsync({ allowedHosts: [`127.0.0.1:${gate.port}`], deadlineMs: 120_000 })
      .list(`rsync://127.0.0.1:${gate.port}/fedora-buffet/`, (text) => texts.push(text))
      .then(() => 'done')
  }

  const answer = await fate(list)
  await gate.close()
  await daemon.close()

  expect(answer).toBe(fateOf(spoil, 'failed'))
  expect(seen.calls).toHaveLength(listings.length)
  expect(listings[0]?.join('').includes('gates.test.ts')).toBe(spoil.how === 'answer')
})

test.concurrent.each(
  (['502', 'reset', 'hang'] as const).flatMap((how) => [
    { how, when: 'its caller is gone', kept: false },
    { how, when: 'its time has come', kept: true },
  ]),
)('a request spoiled late, by $how, is carried out when $when', async ({ how, kept }) => {
  const { promise: carryOut, resolve: keep } = Promise.withResolvers<() => Promise<void>>()
  const { promise: late, resolve: isCarriedOut } = Promise.withResolvers<void>()
  const { guard, moment } = watched({ when: 'late', how, ...(kept ? { keep } : {}) })
  const reachedBy: string[] = []
  const service = await listen(({ url = '' }, response) => {
    reachedBy.push(url)
    response.end('done')
    if (url === '/late') isCarriedOut()
  })
  const gate = await startWebGate({ service: 'openqa', port: service.port }, guard)

  const caller = new AbortController()
  const call = wordFor(fetch(`${gate.url}/late`, { signal: caller.signal }).then((got) => String(got.status)))
  await moment
  const asked = kept || how === 'hang' ? ['/meanwhile'] : []
  for (const url of asked) await fetch(`${gate.url}${url}`)
  const meanwhile = asked.length === 0 ? [] : [...reachedBy]
  if (how === 'hang') caller.abort()
  const answer = await call
  if (kept) await (await carryOut)()
  await late
  await Promise.all([gate.close(), service.close()])

  expect(answer).toBe(how === '502' ? '502' : 'failed')
  expect(meanwhile).toEqual(asked)
  expect(reachedBy.filter((url) => url === '/late')).toHaveLength(1)
})
