import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { probeWebhook } from '../../../clients/webhook/webhook.ts'
import { failureOf } from '../failure-of.ts'
import { stubServer } from '../stub-server.ts'

function place(url: string) {
  return { service: 'webhook qa', url, deadlineMs: 5000 }
}

function answering(status: number, headers: Readonly<Record<string, string>> = {}) {
  return (response: ServerResponse) => void response.writeHead(status, headers).end()
}

test.each([200, 204, 304, 400, 404, 405, 415, 429, 501])(
  'a webhook is asked for without a message, and may answer %i to that',
  async (status) => {
    await using server = await stubServer(answering(status))

    const host = new URL(server.url).host
    const said = `${host} answers (${status} to HEAD); nothing was sent`
    expect(await probeWebhook(place(server.url))).toBe(said)
    expect(server.arrived.map(({ method }) => method)).toEqual(['HEAD'])
  },
)

test.each([
  [401, 'may refuse reports, too'],
  [403, 'may refuse reports, too'],
  [410, 'may refuse reports, too'],
  [500, 'may fail for reports, too'],
  [503, 'may fail for reports, too'],
])('a webhook that answers %i without a message %s', async (status, todo) => {
  await using server = await stubServer(answering(status))

  expect(await probeWebhook(place(server.url))).toEqual({
    said: `${new URL(server.url).host} answers (${status} to HEAD); nothing was sent`,
    todo: expect.stringContaining(todo),
  })
})

test.each([
  ['/SECRET/', / redirects to http:\/\/127\.0\.0\.1:\d+\/… \(with a slash at its end\); configure/],
  ['/SECRETS', / redirects to http:\/\/127\.0\.0\.1:\d+\/…; configure that URL/],
  ['https://hooks.example.org/SECRET', / redirects to https:\/\/hooks\.example\.org\/…; configure that URL/],
])(
  'a webhook that redirects to %s refuses reports, as is told without a message',
  async (location, words) => {
    await using server = await stubServer(answering(301, { location }))

    const failure = await failureOf(probeWebhook(place(`${server.url}/SECRET`)))

    expect(failure.kind).toBe('refused')
    expect(failure.message).toMatch(words)
    expect(failure.message).not.toContain('SECRET')
    expect(server.arrived).toHaveLength(1)
  },
)
