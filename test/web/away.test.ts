import { connect } from 'node:net'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { readingArchive } from '../../workers/reading-archive.ts'
import { serveWeb } from '../../web/serve-web.ts'
import { webApp } from '../../web/web-app.ts'
import { asAdmin } from '../archive/databases.ts'
import { emptyDatabase, freshArchive } from '../archive/fresh-database.ts'
import { ownDatabase } from '../archive/own-database.ts'
import { editionOf, runOf } from '../archive/nights.ts'
import { lookedAt } from './lab-month.ts'

type App = ReturnType<typeof webApp>

const streams = [{ name: 'rawhide', title: 'Rawhide', requiredTests: [] }]

/** The site on the archive at a URL, as `nightjar web` has it. */
async function siteAt(url: string) {
  const reading = await readingArchive(url)
  onTestFinished(() => reading[Symbol.asyncDispose]())
  return { ...reading, streams, now: () => lookedAt, publishBy: false, url: null, feedDomain: 'example.org' }
}

async function pagesAt(url: string): Promise<App> {
  return webApp(await siteAt(url))
}

/** Addresses of every form, each with questions of its own. */
const paths = ['/', '/rawhide', '/rawhide/2026-11-24', '/index.atom', '/rawhide/badge.svg', '/rawhide.json']

/** A transaction in which nobody else can read nights, until it is disposed of. */
async function lockOf(url: string): Promise<AsyncDisposable> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('begin')
  await client.query('lock table runs in access exclusive mode')
  return { [Symbol.asyncDispose]: () => client.end() }
}

/** Status, when to ask again, and the words of each address. */
async function answersOf(app: App): Promise<readonly (readonly [number, string | null, string])[]> {
  const answers: (readonly [number, string | null, string])[] = []
  for (const path of paths) {
    const answer = await app.request(path)
    answers.push([answer.status, answer.headers.get('Retry-After'), await answer.text()])
  }
  return answers
}

/** Expects that every address says the same fault, and when to ask again. */
async function expectFault(app: App, words: string): Promise<void> {
  const answers = await answersOf(app)

  expect(answers.map(([status, retry]) => [status, retry])).toEqual(paths.map(() => [503, '30']))
  // A badge has room for two words.
  for (const [, , text] of answers) expect(text).toMatch(new RegExp(`${words}|Nightjar: no answer`))
}

test('an archive that goes away is said to be away; when it is back, so are the pages', async () => {
  await using own = await ownDatabase()
  const run = runOf('2026-11-24')
  await own.archive.recordEdition(run, 'key/1', editionOf(run))
  const site = await siteAt(own.url)
  const read = await webApp(site).request('/')

  await own.takeAway()
  const app = webApp(site)
  await expectFault(app, 'The archive does not answer')
  await own.bringBack()
  const again = await answersOf(app)

  expect(read.status).toBe(200)
  expect(again.map(([status]) => status)).toEqual(paths.map(() => 200))
})

test('an archive that no worker has made yet, or of a lower level, is said to be of another version', async () => {
  const { url } = await freshArchive()
  await asAdmin(url, 'delete from levels where level = (select max(level) from levels)')

  await expectFault(await pagesAt(await emptyDatabase()), 'The archive is being changed to another version')
  const old = await pagesAt(url)
  await expectFault(old, 'The archive is being changed to another version')
  expect(await (await old.request('/')).text()).toContain('start a worker of this version first')
})

test('an archive that needs a newer program says so', async () => {
  const { url } = await freshArchive()
  await asAdmin(url, 'update levels set oldest_program = 9999')
  const app = await pagesAt(url)

  await expectFault(app, 'The archive is being changed to another version')
  expect(await (await app.request('/')).text()).toContain('install the version that the other workers run')
})

test('an archive without nights has a first page', async () => {
  const { url } = await freshArchive()
  const answer = await (await pagesAt(url)).request('/')

  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('the archive has no night')
})

test('an archive that answers too late is given up within 15 s', async () => {
  const { url } = await freshArchive()
  // Whoever reads nights waits until this transaction ends.
  await using _lock = await lockOf(url)
  const since = performance.now()
  const answer = await (await pagesAt(url)).request('/')

  expect(answer.status).toBe(503)
  expect(performance.now() - since).toBeLessThan(15_000)
})

test('two hundred connections that send nothing do not stop the server, and are ended', async () => {
  const { url } = await freshArchive()
  await using served = await serveWeb(await siteAt(url), '127.0.0.1:0')
  const port = Number(new URL(served.url).port)
  const silent = Array.from({ length: 200 }, () => connect(port, '127.0.0.1'))
  const ended = silent.map((socket) => new Promise((resolve) => socket.on('close', resolve)))
  for (const socket of silent) socket.on('error', () => {}).resume()
  const answer = await fetch(served.url)

  expect(answer.status).toBe(200)
  await Promise.all(ended)
})
