import { rootCertificates } from 'node:tls'
import { expect, test } from 'vitest'
import { failureOf as busFailure } from '../../../clients/bus/connection.ts'
import { probeBus } from '../../../clients/bus/publish.ts'
import { configFile } from '../../config-file.ts'
import { failureOf } from '../failure-of.ts'

const [one = '', other = ''] = rootCertificates

const files = { ca: 'package.json', certificate: 'package.json', key: 'package.json' }

function probe(otherwise: Partial<typeof files>): Promise<string> {
  const place = { url: 'amqps://127.0.0.1:1/%2F', ...files, ...otherwise }
  return probeBus({ place, client: {} })
}

// [bus] and [publish] have the same keys: a failure must not name the table of the other.
test('files that hold no certificate are named', async () => {
  await using folder = await configFile('', { 'ca.pem': one })
  const { message } = await failureOf(probe({ ca: `${folder.folder}/ca.pem` }))

  expect(message).toMatch(
    /in PEM in \S+ca\.pem, package\.json and package\.json, but got: no start line; correct these files$/,
  )
})

// Node takes such a file, and trusts nobody then.
test.each([
  ['a token', 'hunter2\n'],
  ['nothing', ''],
  ['a key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'],
  ['a certificate that is cut off', one.slice(0, 200)],
  ['a good and a damaged one', `${one}\n${other.replaceAll('M', '?')}\n`],
])('a file of authorities that is %s is named with its key', async (_what, text) => {
  await using folder = await configFile('', { 'ca.pem': text })
  const ca = `${folder.folder}/ca.pem`
  const { message } = await failureOf(probe({ ca }))

  expect(message).toBe(`the message bus: expected certificates in PEM in ${ca}, which ca names; correct ca`)
})

test('a file of authorities may have several, and words between them', async () => {
  await using folder = await configFile('', { 'ca.pem': `# One\n${one}\r\n\n# Other\n${other}` })
  const { message } = await failureOf(probe({ ca: `${folder.folder}/ca.pem` }))

  expect(message).toContain('no start line')
})

test('a certificate of the broker that is not trusted is told without advice about Node', () => {
  const said = 'self-signed certificate in certificate chain'
  const advice = '; if the root CA is installed locally, try running Node.js with --use-system-ca'
  const cause = Object.assign(new Error(said + advice), { code: 'SELF_SIGNED_CERT_IN_CHAIN' })

  expect(busFailure(cause, 'amqps://localhost:5671/%2F')).toMatchObject({
    kind: 'refused',
    message: `the message bus: localhost:5671 does not take us: ${said}`,
  })
})

test.each(['ca', 'certificate', 'key'])('a missing file is named with its key: %s', async (key) => {
  const { message } = await failureOf(probe({ [key]: '/nowhere/x.pem' }))

  expect(message).toBe(
    `the message bus: expected to read /nowhere/x.pem, which ${key} names, but got ENOENT; correct ${key}, or make the file readable`,
  )
})

// A worker says in its log only what is new.
test('of several wrong files the first is named, whichever fails sooner', async () => {
  const soonest = '/nowhere/\0'
  const { message } = await failureOf(probe({ ca: '/nowhere/ca', certificate: soonest, key: soonest }))

  expect(message).toContain('expected to read /nowhere/ca,')
})
