import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { composeTree } from '../../clients/compose-tree.ts'
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
