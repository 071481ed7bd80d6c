import { once } from 'node:events'
import type { Socket } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connect } from '../../archive/connection/connect.ts'
import { composeTree } from '../../clients/compose-tree.ts'
import { koji } from '../../clients/koji/koji.ts'
import { mailer } from '../../clients/mail/mail.ts'
import { openQa } from '../../clients/openqa/openqa.ts'
import { startKojiHub } from '../../lab/koji/hub.ts'
import { startInbox } from '../../lab/mail/inbox.ts'
import { listening } from '../clients/mail/listening.ts'
import { mail } from '../clients/mail/night-mail.ts'
import { stubServer } from '../clients/stub-server.ts'
import { authority, certificateOf, pemFile, tlsRelay, type RelayOptions } from './relay.ts'

const usual = getCACertificates('default')
beforeAll(() => setDefaultCACertificates([...usual, authority('own')]))
afterAll(() => setDefaultCACertificates(usual))

const deadlineMs = 60_000

/** The three servers that each client meets: only the first is who it says. */
const trusted = 'own-server'
const untrusted = [
  ['of another authority', 'foreign-server', /self-signed certificate|unable to (?:get|verify)|UNABLE_TO/],
  [
    'of another host',
    'own-elsewhere',
    /Hostname\/IP does not match|IP: 127\.0\.0\.1 is not in the cert|ALTNAME_INVALID/,
  ],
] as const

/** One question to a web service behind TLS. */
const web: readonly (readonly [string, (port: number) => Promise<unknown>])[] = [
  [
    'openQA',
    (port) =>
      openQa({ url: `https://127.0.0.1:${port}`, key: '0123', secret: '4567', deadlineMs }).jobsOfBuild('x'),
  ],
  ['Koji', (port) => koji({ url: `https://127.0.0.1:${port}/kojihub`, deadlineMs }).call('getAPIVersion')],
  [
    'the compose tree',
    (port) =>
      composeTree({ allowedHosts: [`127.0.0.1:${port}`], deadlineMs }).read(`https://127.0.0.1:${port}/x`),
  ],
]

async function behindTls(server: RelayOptions['server']) {
  await using stack = new AsyncDisposableStack()
  const stub = stack.use(await stubServer((response) => response.end('{"jobs":[]}')))
  const hub = stack.adopt(await startKojiHub({ tasks: () => [] }), (started) => started.close())
  const kept = { stub, hub }
  const http = stack.use(await tlsRelay(Number(new URL(stub.url).port), { server }))
  const xmlRpc = stack.use(await tlsRelay(hub.port, { server }))
  const moved = stack.move()
  return {
    ...kept,
    portOf: (name: string) => (name === 'Koji' ? xmlRpc : http).port,
    [Symbol.asyncDispose]: () => moved.disposeAsync(),
  }
}

test.each(web)('%s behind a certificate of a trusted authority is asked', async (name, ask) => {
  await using servers = await behindTls(trusted)

  await expect(ask(servers.portOf(name))).resolves.toBeDefined()
})

test.each(
  web.flatMap(([name, ask]) =>
    untrusted.map(([what, server, words]) => ({ name, ask, what, server, words })),
  ),
)('$name behind a certificate $what hears nothing', async ({ name, ask, server, words }) => {
  await using servers = await behindTls(server)

  await expect(ask(servers.portOf(name))).rejects.toThrow(words)
  expect(servers.stub.arrived).toEqual([])
  expect(servers.hub.requests()).toBe(0)
})

/** A mail server that offers STARTTLS, and what it was told. */
async function startTlsServer(server: RelayOptions['server']) {
  const told: string[] = []
  const smtp = new SMTPServer({
    ...certificateOf(server),
    authOptional: true,
    onAuth: ({ password }, _session, done) => {
      told.push(password ?? '')
      done(null, { user: 'me' })
    },
    onData: (stream, _session, done) => {
      told.push('a mail')
      stream.resume().once('end', () => done())
    },
  })
  smtp.on('error', () => {})
  return { ...(await listening(smtp)), told }
}

const login = { user: 'me', password: 'correct horse' }

test('a mail server whose certificate is of a trusted authority gets the password and the mail', async () => {
  await using server = await startTlsServer(trusted)

  await mailer({ host: '127.0.0.1', port: server.port, secure: 'starttls', ...login, deadlineMs }).send(mail)

  expect(server.told).toEqual(['correct horse', 'a mail'])
})

test.each(untrusted)(
  'a mail server with a certificate %s gets neither, though it offers STARTTLS',
  async (_, name, words) => {
    await using server = await startTlsServer(name)
    const to = { host: '127.0.0.1', port: server.port, deadlineMs }

    await expect(mailer({ ...to, secure: 'starttls', ...login }).send(mail)).rejects.toThrow(words)
    await expect(mailer(to).send(mail)).rejects.toThrow(words)

    expect(server.told).toEqual([])
  },
)

test.each(untrusted)(
  'a mail server with a certificate %s gets no mail by TLS from the first byte',
  async (_, name, words) => {
    await using inbox = await startInbox()
    await using relay = await tlsRelay(inbox.port, { server: name })
    const to = { host: '127.0.0.1', port: relay.port, secure: 'tls', deadlineMs } as const

    await expect(mailer(to).send(mail)).rejects.toThrow(words)

    expect(inbox.deliveries()).toEqual([])
  },
)

/** What PostgreSQL's clients say before TLS: eight bytes, which the server answers with one. */
async function sslRequest(socket: Socket): Promise<void> {
  await once(socket, 'readable')
  socket.read(8)
  socket.write('S')
}

function database(): { readonly to: number | string; readonly path: string } {
  const { pathname, searchParams, port } = new URL(inject('databaseUrl'))
  const folder = searchParams.get('host')
  return { to: folder === null ? Number(port || 5432) : `${folder}/.s.PGSQL.5432`, path: pathname }
}

async function askDatabase(port: number, parameters: string): Promise<unknown> {
  const { path } = database()
  const { db, close } = connect({ url: `postgresql://nightjar@127.0.0.1:${port}${path}?${parameters}` })
  await using _ = { [Symbol.asyncDispose]: close }
  return (await sql`select 1 as one`.execute(db)).rows
}

const ownAuthority = `sslmode=verify-full&sslrootcert=${encodeURIComponent(pemFile('own'))}`

test.each([ownAuthority, 'sslmode=verify-full'])(
  'a database with a certificate of a trusted authority answers: %s',
  async (parameters) => {
    await using relay = await tlsRelay(database().to, { server: trusted, begin: sslRequest })

    expect(await askDatabase(relay.port, parameters)).toEqual([{ one: 1 }])
  },
)

test.each(untrusted)(
  'a database with a certificate %s hears nothing, with verify-full or require',
  async (_, server, words) => {
    await using relay = await tlsRelay(database().to, { server, begin: sslRequest })

    for (const parameters of [ownAuthority, 'sslmode=verify-full', 'sslmode=require'])
      await expect(askDatabase(relay.port, parameters)).rejects.toMatchObject({
        name: 'ArchiveAway',
        kind: 'certificate',
        message: expect.stringMatching(words),
      })
    expect(relay.passed()).toBe(0)
  },
)

test.each(web.filter(([name]) => name !== 'Koji'))(
  '%s is not asked again without TLS where it redirects to that',
  async (_, ask) => {
    await using redirecting = await stubServer((response) =>
      response.writeHead(302, { Location: `http://127.0.0.1:${relay.port}/` }).end(),
    )
    await using relay = await tlsRelay(Number(new URL(redirecting.url).port), { server: trusted })

    await expect(ask(relay.port)).rejects.toThrow(
      /redirects to http:\/\/127\.0\.0\.1:\d+\/, which is not encrypted/,
    )
  },
)
