import { describe, expect, test } from 'vitest'
import { ask, type HttpRequest } from '../../clients/http.ts'
import { listen } from '../../lab/listen.ts'
import type { RequestListener } from 'node:http'

async function withServer<Result>(
  answer: RequestListener,
  act: (url: string) => Promise<Result>,
): Promise<Result> {
  const server = await listen(answer)
  try {
    return await act(server.url)
  } finally {
    await server.close()
  }
}

function request(url: string, otherwise: Partial<HttpRequest> = {}): HttpRequest {
  return {
    service: 'the test',
    url,
    allowedHosts: [new URL(url).host],
    deadlineMs: 120_000,
    maxBytes: 1000,
    ...otherwise,
  }
}

describe('a request', () => {
  test('gives the answer of any status below 500', async () => {
    const answer = await withServer(
      (_, response) => response.writeHead(404, { 'X-Kind': 'absent' }).end('not here'),
      (url) => ask(request(url)),
    )

    expect(answer).toMatchObject({ status: 404, text: 'not here' })
    expect(answer.headers.get('x-kind')).toBe('absent')
  })

  test.each([500, 503, 429, 408])('takes a %i for no answer', async (status) => {
    const asked = withServer(
      (_, response) => response.writeHead(status).end('<h1>busy</h1>'),
      (url) => ask(request(url)),
    )

    await expect(asked).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining(String(status)),
    })
  })

  test('is given up at its deadline, also when the answer drips', async () => {
    const asked = withServer(
      (_, response) => {
        const drip = setInterval(() => response.write('.'), 20)
        response.on('close', () => clearInterval(drip))
      },
      (url) => ask(request(url, { deadlineMs: 200, maxBytes: 1e6 })),
    )

    await expect(asked).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('0.2 s'),
    })
  })

  test('drops an answer that is too large as soon as it is', async () => {
    let sent = 0
    const asked = withServer(
      (_, response) => {
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536
        }
        response.on('drain', more)
        more()
      },
      (url) => ask(request(url)),
    )

    await expect(asked).rejects.toMatchObject({
      kind: 'garbled',
      message: expect.stringContaining('1000 bytes'),
    })
    expect(sent).toBeLessThan(50e6)
  })

  test('follows a redirect within the allowed hosts', async () => {
    const answer = await withServer(
      (got, response) => {
        if (got.url === '/') response.writeHead(302, { Location: '/there' }).end()
        else response.end(`at ${got.url}`)
      },
      (url) => ask(request(url)),
    )

    expect(answer.text).toBe('at /there')
  })

  test('does not follow a redirect to a host that is not allowed', async () => {
    const asked = withServer(
      (_, response) => response.writeHead(302, { Location: 'http://elsewhere.example/' }).end(),
      (url) => ask(request(url)),
    )

    await expect(asked).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('elsewhere.example'),
    })
  })

  test('does not follow a redirect to something that is no URL', async () => {
    const asked = withServer(
      (_, response) => response.writeHead(302, { Location: 'http://[' }).end(),
      (url) => ask(request(url)),
    )

    await expect(asked).rejects.toMatchObject({
      name: 'ClientFailure',
      kind: 'garbled',
      message: expect.stringContaining('"http://["'),
    })
  })

  test('that acts is never sent a second time because of a redirect', async () => {
    let came = 0
    const asked = withServer(
      (_, response) => {
        came += 1
        response.writeHead(307, { Location: '/again' }).end()
      },
      (url) => ask(request(url, { method: 'POST', body: 'x=1' })),
    )

    await expect(asked).rejects.toMatchObject({ kind: 'refused', message: expect.stringContaining('/again') })
    expect(came).toBe(1)
  })

  test.each(['POST', 'PUT'] as const)(
    'that acts by %s is refused where it is redirected to no URL',
    async (method) => {
      const asked = withServer(
        (_, response) => response.writeHead(302, { Location: 'http://[bad' }).end(),
        (url) => ask(request(url, { method, body: 'x=1' })),
      )

      await expect(asked).rejects.toMatchObject({
        kind: 'refused',
        message: expect.stringMatching(/redirects to "http:\/\/\[bad", which is no URL$/),
      })
    },
  )

  test.each(['ftp://127.0.0.1/', 'http://user@other.example/'])(
    'to %s is refused before it is made',
    async (url) => {
      await expect(ask(request(url, { allowedHosts: ['127.0.0.1:1'] }))).rejects.toMatchObject({
        kind: 'refused',
      })
    },
  )
})
