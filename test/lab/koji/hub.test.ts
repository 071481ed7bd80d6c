import { expect, onTestFinished, test } from 'vitest'
import { startKojiHub, type HubOptions } from '../../../lab/koji/hub.ts'
import { writeCall } from '../../../lab/koji/write.ts'
import { hubTask } from '../hub-task.ts'

const call = writeCall('getAPIVersion', [])

test('it answers on any path with the version of Koji, and counts what was asked', async () => {
  const hub = await started()

  const answer = await fetch(`${hub.url}/anything?x`, { method: 'POST', body: call })

  expect(answer.headers.get('koji-version')).toBe('1.35.3')
  expect(await answer.text()).toContain('<int>1</int>')
  expect(hub.requests()).toBe(1)
})

test.each<[string, RequestInit, number, string]>([
  ['a GET', {}, 405, 'Method Not Allowed'],
  ['nothing', { method: 'POST' }, 400, 'Invalid request: Empty request'],
  ['no XML', { method: 'POST', body: 'hello' }, 400, 'Invalid request: '],
  ['an answer', { method: 'POST', body: '<methodResponse></methodResponse>' }, 400, 'not a methodCall'],
  ['a DTD', { method: 'POST', body: `<!DOCTYPE x>${call}` }, 400, "DTDForbidden(name='x'"],
  [
    'a call cut off',
    { method: 'POST', body: call.slice(0, call.indexOf('</methodCall>')) },
    400,
    'no element found',
  ],
  ['more than 4 MiB', { method: 'POST', body: ' '.repeat(4 * 2 ** 20 + 1) }, 400, 'Request too long'],
])('%s is answered in plain text', async (_, request, status, said) => {
  const hub = await started()

  const answer = await fetch(hub.url, request)

  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toBe('text/plain')
  expect(await answer.text()).toContain(said)
})

test('an outage is a fault with status 200, an error page is not', async () => {
  const offline = await started({ disturbed: () => 'offline' })
  const broken = await started({ disturbed: () => '503' })

  const fault = await fetch(offline.url, { method: 'POST', body: call })
  const page = await fetch(broken.url, { method: 'POST', body: call })

  expect(fault.status).toBe(200)
  expect(await fault.text()).toContain('<int>1014</int>')
  expect(page.status).toBe(503)
})

test('a reset cuts the connection', async () => {
  const hub = await started({ disturbed: () => 'reset' })

  await expect(fetch(hub.url, { method: 'POST', body: call })).rejects.toThrow('fetch failed')
})

test('rows come in no order of their own unless one is asked for', async () => {
  const hub = await started({ tasks: () => [3, 1, 2].map((id) => hubTask({ id })) })

  const unordered = await idsOf(hub.url, {})
  const ordered = await idsOf(hub.url, { order: '-id', limit: 2, offset: 1 })

  expect(unordered).toEqual([3, 1, 2])
  expect(ordered).toEqual([2, 1])
})

async function started(options: Partial<HubOptions> = {}) {
  const hub = await startKojiHub({ tasks: () => [], ...options })
  onTestFinished(() => hub.close())
  return hub
}

async function idsOf(url: string, query: Record<string, string | number>): Promise<readonly number[]> {
  const answer = await fetch(url, { method: 'POST', body: writeCall('listTasks', [{}, query]) })
  const ids = (await answer.text()).matchAll(/<name>id<\/name>\n<value><int>(\d+)/g)
  return [...ids].map(([, id]) => Number(id))
}
