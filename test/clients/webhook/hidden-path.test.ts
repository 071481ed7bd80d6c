import { expect, test } from 'vitest'
import { withoutPath } from '../../../clients/webhook/hidden-path.ts'
import { postWebhook } from '../../../clients/webhook/webhook.ts'
import { failureOf } from '../failure-of.ts'
import { stubServer } from '../stub-server.ts'

function post(url: string): Promise<string> {
  const place = { service: 'webhook qa', url, deadlineMs: 5000 }
  const { signal } = new AbortController()
  return postWebhook(place, Buffer.alloc(32, 7), { id: 'night_1', body: '{}', signal })
}

test.each<[string, (target: string) => string]>([
  ['as it came', (target) => `Cannot POST ${target}`],
  [
    'in a page',
    (target) => `<html><body><pre>Cannot POST ${target.replace('&', '&amp;')}</pre></body></html>`,
  ],
  ['decoded', (target) => `no hook ${decodeURIComponent(target)}`],
  ['in parts', (target) => `no ${target.split('/')[2]} and no ${target.split('=')[1]}`],
  ['behind other words', (target) => `${'.'.repeat(110)}${target}`],
])('the path is kept out where the receiver says it %s', async (_how, wordsOf) => {
  await using server = await stubServer((response, { target }) => {
    response.writeHead(404).end(wordsOf(target))
  })

  const { message } = await failureOf(post(`${server.url}/a/SECRET-1%20x?token=SECRET-2&a=b`))

  expect(message).toContain('it answered 404 (')
  expect(message).not.toContain('SECRET')
})

test('a URL of a failure ends before the words that follow', async () => {
  await using server = await stubServer((response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:1/other' }).end()
  })

  const { message } = await failureOf(post(`${server.url}/SECRET`))

  expect(message).toMatch(/ redirects to http:\/\/127\.0\.0\.1:1\/…; configure that URL if it is right$/)
})

test.each([
  ['http://[bad', 'redirects to "http://[bad", which is no URL'],
  ['http://[bad/SECRET', 'redirects to "http://[bad/…", which is no URL'],
  ['http://[bad\\SECRET', 'redirects to "http://[bad/…", which is no URL'],
])('a redirect to %s, which is no URL, is refused in words that can be read', async (location, words) => {
  await using server = await stubServer((response) => void response.writeHead(302, { location }).end())

  const failure = await failureOf(post(`${server.url}/SECRET`))

  expect(failure.kind).toBe('refused')
  expect(failure.message).toMatch(/^webhook qa: http:\/\/127\.0\.0\.1:\d+\/… redirects to /)
  expect(failure.message).toContain(words)
  expect(failure.message).not.toContain('SECRET')
})

test.each([
  ['see https://hooks.example.org, or ask', 'see https://hooks.example.org, or ask'],
  [
    '(https://a.example/b/c?d=e), and "https://a.example/f".',
    '(https://a.example/…), and "https://a.example/…".',
  ],
  ['<a href="https://a.example/SECRET">x</a>', '<a href="https://a.example/…'],
])('of %s all words but the paths are kept', (words, expected) => {
  expect(withoutPath(words, 'https://hooks.example.org/x')).toBe(expected)
})
