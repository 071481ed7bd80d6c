import type { IncomingMessage, RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { composeTree, type StreamLimits } from '../../clients/compose-tree.ts'
import { listen } from '../../lab/listen.ts'

test('a file that did not change is not sent again', async () => {
  const seen: IncomingMessage['headers'][] = []
  const server = await listen((request, response) => {
    seen.push(request.headers)
    if (request.headers['if-none-match'] === '"one"') response.writeHead(304, { ETag: '"one"' }).end()
    else response.writeHead(200, { ETag: '"one"' }).end('FINISHED')
  })
  const tree = composeTree({ allowedHosts: [new URL(server.url).host] })

  const texts = [await tree.read(`${server.url}/STATUS`), await tree.read(`${server.url}/STATUS`)]
  await server.close()

  expect(texts).toEqual(['FINISHED', 'FINISHED'])
  expect(seen.map((headers) => headers['if-none-match'])).toEqual([undefined, '"one"'])
  expect(seen[0]).toMatchObject({
    'user-agent': expect.stringContaining('nightjar'),
    accept: expect.any(String),
  })
})

test.each([
  { status: 404, kind: 'absent' },
  { status: 403, kind: 'refused' },
  { status: 502, kind: 'unreachable' },
])('a $status is told apart as $kind', async ({ status, kind }) => {
  const server = await listen((_, response) => response.writeHead(status).end('<h1>no</h1>'))
  const tree = composeTree({ allowedHosts: [new URL(server.url).host] })

  const read = tree.read(`${server.url}/STATUS`)

  await expect(read).rejects.toMatchObject({ kind, message: expect.stringContaining(`${status}`) })
  await server.close()
})

test('what is there is told from what is not without reading it', async () => {
  const server = await listen((request, response) =>
    response.writeHead(request.url === '/there' ? 200 : 404).end(),
  )
  const tree = composeTree({ allowedHosts: [new URL(server.url).host] })

  const found = [await tree.exists(`${server.url}/there`), await tree.exists(`${server.url}/not`)]
  await server.close()

  expect(found).toEqual([true, false])
})

describe('a file in pieces', () => {
  const limits = { deadlineMs: 60_000, maxBytes: 10_000_000 }

  /** Reads a file in pieces from a server. Tells the bytes that came. */
  async function streamed(answer: RequestListener, otherwise: Partial<StreamLimits> = {}): Promise<number> {
    const server = await listen(answer)
    const tree = composeTree({ allowedHosts: [new URL(server.url).host], maxBytes: 10 })
    try {
      let bytes = 0
      const pieces = tree.stream(`${server.url}/rpms.json`, { ...limits, ...otherwise })
      for await (const piece of pieces) bytes += piece.byteLength
      return bytes
    } finally {
      await server.close()
    }
  }

  test('may be larger than a file that is kept', async () => {
    expect(await streamed((_, response) => response.end(Buffer.alloc(5_000_000)))).toBe(5_000_000)
  })

  test('comes unpacked', async () => {
    const bytes = await streamed((_, response) =>
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(5_000_000))),
    )

    expect(bytes).toBe(5_000_000)
  })

  test('is dropped when it is too large, also when it comes packed', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000))

    await expect(
      streamed((_, response) => response.setHeader('Content-Encoding', 'gzip').end(bomb)),
    ).rejects.toMatchObject({ kind: 'garbled', message: expect.stringContaining('10000000 bytes') })
  })

  test('is given up at its deadline', async () => {
    const reading = streamed((_, response) => void response.write('x'), { deadlineMs: 200 })

    await expect(reading).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('none within 0.2 s'),
    })
  })

  test('that breaks off is no answer', async () => {
    const reading = streamed((_, response) => {
      response.writeHead(200, { 'Content-Length': 100 })
      response.write('x', () => response.destroy())
    })

    await expect(reading).rejects.toMatchObject({ kind: 'unreachable' })
  })

  test.each([
    { status: 404, kind: 'absent' },
    { status: 403, kind: 'refused' },
    { status: 502, kind: 'unreachable' },
    { status: 429, kind: 'unreachable' },
    { status: 304, kind: 'garbled' },
  ])('with a $status is $kind', async ({ status, kind }) => {
    const reading = streamed((_, response) => response.writeHead(status).end())

    await expect(reading).rejects.toMatchObject({ kind, message: expect.stringContaining(`${status}`) })
  })

  test('comes from no other host', async () => {
    const reading = streamed((_, response) =>
      response.writeHead(302, { Location: 'http://elsewhere.example/' }).end(),
    )

    await expect(reading).rejects.toMatchObject({ kind: 'refused' })
  })
})
