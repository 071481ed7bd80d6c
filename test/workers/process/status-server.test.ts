import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { serveStatus, type Status } from '../../../workers/process/status-server.ts'

const good: Status = {
  isAlive: () => true,
  needs: () => Promise.resolve({ workers: 'ok', temporal: 'ok', archive: 'ok' }),
  metrics: () => Promise.resolve('nightjar_looks_total 1\n'),
}

async function serve(status: Partial<Status>): Promise<string> {
  const server = await serveStatus('127.0.0.1:0', { ...good, ...status })
  onTestFinished(() => server[Symbol.asyncDispose]())
  return server.url
}

test('a worker that has all it needs is alive and ready', async () => {
  const url = await serve({})

  const [live, ready] = await Promise.all([fetch(`${url}/live`), fetch(`${url}/ready?x=1`)])

  expect([live.status, ready.status]).toEqual([200, 200])
  expect(await ready.json()).toEqual({ ready: true, workers: 'ok', temporal: 'ok', archive: 'ok' })
})

test('one whose archive is away is alive, not ready, and says why', async () => {
  const archive = 'the database is away'
  const url = await serve({ needs: () => Promise.resolve({ workers: 'ok', archive }) })

  const [live, ready] = await Promise.all([fetch(`${url}/live`), fetch(`${url}/ready`)])

  expect([live.status, ready.status]).toEqual([200, 503])
  expect(await ready.json()).toEqual({ ready: false, workers: 'ok', archive })
})

test('one that has failed is not alive', async () => {
  const url = await serve({ isAlive: () => false })

  expect((await fetch(`${url}/live`)).status).toBe(503)
})

test('metrics that cannot be had are no empty page', async () => {
  const url = await serve({ metrics: () => Promise.reject(new Error('a secret')) })

  const response = await fetch(`${url}/metrics`)

  expect(response.status).toBe(503)
  expect(await response.text()).toBe('it cannot be told\n')
})

test('many who ask at once are one question', async () => {
  let asked = 0
  const url = await serve({
    async metrics() {
      asked += 1
      await sleep(200)
      return ''
    },
  })

  await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/metrics`)))

  expect(asked).toBeLessThan(20)
})

test.each(['/', '/__proto__', '/constructor', '/live/../metrics2'])('no page is at %s', async (path) => {
  const url = await serve({})

  expect((await fetch(url + path)).status).toBe(404)
})

test('nothing is taken but GET', async () => {
  const url = await serve({})

  expect((await fetch(`${url}/live`, { method: 'POST', body: 'x' })).status).toBe(405)
})

test('a port that is taken is told of', async () => {
  const url = await serve({})

  await expect(serveStatus(new URL(url).host, good)).rejects.toThrow('EADDRINUSE')
})
