import { deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { composeTree } from '../../clients/compose-tree.ts'
import { stubServer } from './stub-server.ts'

const at = 'Tue, 24 Nov 2026 12:00:00 GMT'

test('a file is read with its age by the clock of the server', async () => {
  await using server = await stubServer((response) =>
    response.writeHead(200, { Date: at, 'Last-Modified': 'Tue, 24 Nov 2026 11:58:00 GMT' }).end('FINISHED'),
  )

  const file = await composeTree({ allowedHosts: ['127.0.0.1'] }).readAged(server.url)

  expect(file).toEqual({ text: 'FINISHED', changedAt: '2026-11-24T11:58:00.000Z', ageMs: 120_000 })
})

test('a file of a server that does not say has no age', async () => {
  await using server = await stubServer((response) => response.end('FINISHED'))

  const file = await composeTree({ allowedHosts: ['127.0.0.1'] }).readAged(server.url)

  expect(file.ageMs).toBeNull()
})

test('what did not change is not sent again, and has grown older', async () => {
  await using server = await stubServer((response, { headers }) => {
    const known = headers['if-none-match'] === '"1"'
    const changed = { ETag: '"1"', 'Last-Modified': 'Tue, 24 Nov 2026 11:58:00 GMT' }
    if (known) response.writeHead(304, { Date: 'Tue, 24 Nov 2026 12:01:00 GMT' }).end()
    else response.writeHead(200, { Date: at, ...changed }).end('text')
  })
  const tree = composeTree({ allowedHosts: ['127.0.0.1'] })

  await tree.read(server.url)
  const again = await tree.readAged(server.url)

  expect(again).toEqual({ text: 'text', changedAt: '2026-11-24T11:58:00.000Z', ageMs: 180_000 })
})

test('files that are read one after the other share a connection, also after a redirect', async () => {
  const ports = new Set<number | undefined>()
  await using server = await stubServer((response, { target }) => {
    ports.add(response.socket?.remotePort)
    if (target === '/moved') response.writeHead(302, { Location: '/here', 'Content-Length': 2 }).end('->')
    else response.end(target)
  })
  const tree = composeTree({ allowedHosts: ['127.0.0.1'] })

  const texts = [
    await tree.read(`${server.url}/a`),
    await tree.read(`${server.url}/moved`),
    await tree.exists(`${server.url}/b`),
  ]

  expect(texts).toEqual(['/a', '/here', true])
  expect(ports.size).toBe(1)
})

test.each([
  ['gzip', gzipSync('text')],
  ['deflate', deflateSync('text')],
  ['identity', 'text'],
])('an answer coded as %s is read as what it is', async (coding, body) => {
  await using server = await stubServer((response) =>
    response.writeHead(200, { 'Content-Encoding': coding }).end(body),
  )

  expect(await composeTree({ allowedHosts: ['127.0.0.1'] }).read(server.url)).toBe('text')
})

test.each(['gzip', 'deflate'])('an answer without a body may say that it is coded as %s', async (coding) => {
  await using server = await stubServer((response, { headers }) =>
    response
      .writeHead(headers['if-none-match'] ? 304 : 200, { 'Content-Encoding': coding, ETag: '"1"' })
      .end(),
  )
  const tree = composeTree({ allowedHosts: ['127.0.0.1'] })

  const answers = [await tree.exists(server.url), await tree.read(server.url), await tree.read(server.url)]

  expect(answers).toEqual([true, '', ''])
  expect(server.arrived.at(-1)?.headers['if-none-match']).toBe('"1"')
})

test.each([
  ['cut off', gzipSync('text').subarray(0, 15)],
  ['not coded', 'text'],
])('an answer in gzip that is %s is no answer', async (_what, body) => {
  await using server = await stubServer((response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(body),
  )

  await expect(composeTree({ allowedHosts: ['127.0.0.1'] }).read(server.url)).rejects.toMatchObject({
    kind: 'unreachable',
  })
})

test('a connection that breaks before the first byte of a gzip body is no answer', async () => {
  await using server = await stubServer((response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).flushHeaders()
    response.socket?.end()
  })

  await expect(composeTree({ allowedHosts: ['127.0.0.1'] }).read(server.url)).rejects.toMatchObject({
    kind: 'unreachable',
  })
})

test('a small answer that unpacks to more than is allowed is dropped', async () => {
  await using server = await stubServer((response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('a'.repeat(1_000_000))),
  )

  const reading = composeTree({ allowedHosts: ['127.0.0.1'], maxBytes: 10_000 }).read(server.url)

  await expect(reading).rejects.toMatchObject({ kind: 'garbled' })
})

test.each<[string, number | null]>([
  ['before its head', null],
  ['in the middle of its body', 5],
])('an answer that stops %s is no answer at the deadline', async (_when, sent) => {
  await using server = await stubServer((response) => {
    if (sent !== null) response.writeHead(200, { 'Content-Length': 100 }).write('a'.repeat(sent))
  })

  const reading = composeTree({ allowedHosts: ['127.0.0.1'], deadlineMs: 100 }).read(server.url)

  await expect(reading).rejects.toMatchObject({
    kind: 'unreachable',
    message: expect.stringContaining('none within 0.1 s'),
  })
})

test.each<[string, number]>([
  ['cut off', 5],
  ['reset before it began', 0],
])('an answer that is %s is no answer', async (_what, sent) => {
  await using server = await stubServer((response) => {
    if (sent === 0) response.destroy()
    else response.writeHead(200, { 'Content-Length': 100 }).write('a'.repeat(sent), () => response.destroy())
  })

  await expect(composeTree({ allowedHosts: ['127.0.0.1'] }).read(server.url)).rejects.toMatchObject({
    kind: 'unreachable',
  })
})
