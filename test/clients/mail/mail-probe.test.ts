import { once } from 'node:events'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { expect, test } from 'vitest'
import { probeMail } from '../../../clients/mail/mail-probe.ts'
import { startInbox } from '../../../lab/mail/inbox.ts'
import { stubServer } from '../stub-server.ts'
import { failureOf } from '../failure-of.ts'
import { choosyServer, refusal } from './choosy-server.ts'

const deadlineMs = 120_000
const envelope = {
  from: 'Nightjar <nightjar@example.org>',
  recipients: ['QA <qa@example.org>', 'kde@example.org'],
}

async function server(options: SMTPServerOptions) {
  const smtp = new SMTPServer({ disableReverseLookup: true, disabledCommands: ['STARTTLS'], ...options })
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  const address = smtp.server.address()
  return {
    host: '127.0.0.1',
    port: typeof address === 'object' && address !== null ? address.port : 0,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => smtp.close(resolve)),
  }
}

test('a server that takes everything is told so, and gets no mail', async () => {
  await using inbox = await startInbox()

  expect(await probeMail({ host: inbox.host, port: inbox.port, deadlineMs }, envelope)).toEqual([])
  expect(inbox.deliveries()).toEqual([])
})

test('the recipients that it refuses are told, each with its words, for good or for now', async () => {
  await using choosy = await choosyServer((address) =>
    address === 'qa@example.org' ? refusal(550, 'no such user') : refusal(451, 'greylisted'),
  )

  expect(await probeMail({ host: '127.0.0.1', port: choosy.port, deadlineMs }, envelope)).toEqual([
    { recipient: 'QA <qa@example.org>', forGood: true, said: '550 no such user' },
    { recipient: 'kde@example.org', forGood: false, said: '451 greylisted' },
  ])
  expect(choosy.taken).toEqual([])
})

test('a sender that it refuses is told', async () => {
  await using smtp = await server({
    authOptional: true,
    onMailFrom: (_address, _session, callback) => callback(refusal(553, 'not from here')),
  })

  expect(await failureOf(probeMail({ ...smtp, deadlineMs }, envelope))).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('it refuses the sender: 553 not from here'),
  })
})

test('a password is tried; one that is refused is told without it', async () => {
  await using smtp = await server({
    onAuth: (auth, _session, callback) =>
      auth.password === 'right'
        ? callback(null, { user: 'nightjar' })
        : callback(refusal(535, `not ${auth.password}`)),
  })
  const probed = (password: string) =>
    probeMail({ ...smtp, user: 'nightjar', password, deadlineMs }, envelope)

  expect(await probed('right')).toEqual([])
  const failure = await failureOf(probed('hush-hush'))
  expect(failure).toMatchObject({ kind: 'refused', message: expect.stringContaining('535') })
  expect(failure.message).not.toContain('hush-hush')
})

test('a server that says nothing is unreachable when the time is up', async () => {
  await using web = await stubServer((response) => response.end())
  const { port } = new URL(web.url)

  const silent = await failureOf(
    probeMail({ host: '127.0.0.1', port: Number(port), deadlineMs: 200 }, envelope),
  )

  expect(silent).toMatchObject({ kind: 'unreachable', message: expect.stringContaining('within 0.2 s') })
})
