import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { startKojiHub } from '../lab/koji/hub.ts'
import type { HubTask } from '../lab/koji/row.ts'

// The lab's hub with 2,000 image tasks of one compose, behind a server that caches its answers: to write one
// takes longer than to read it.
const release = '20261124.n.0'
const createdAt = Date.UTC(2026, 10, 24, 6) / 1000
const hub = await startKojiHub({ tasks: () => tasks })
const kept = new Map<string, string>()

const server = createServer((request, response) => {
  void (async () => {
    const body = await text(request)
    const answer =
      kept.get(body) ??
      (await (await fetch(hub.url, { method: 'POST', body, headers: { 'Content-Type': 'text/xml' } })).text())
    kept.set(body, answer)
    response
      .writeHead(200, { 'Content-Type': 'text/xml', 'Content-Length': Buffer.byteLength(answer) })
      .end(answer)
  })()
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) console.log(`http://127.0.0.1:${address.port}`)
})

const methods = ['createLiveMedia', 'createImage', 'createAppliance', 'createKiwiImage']
const tasks: readonly HubTask[] = Array.from({ length: 2000 }, (_, index) => ({
  id: 130_000_000 + index,
  parent: 129_000_000 + index,
  method: methods[index % methods.length] ?? 'createImage',
  arch: 'x86_64',
  label: 'image',
  owner: 2745,
  state: index % 50 === 0 ? 5 : 2,
  createdAt: createdAt + index,
  startedAt: createdAt + index + 60,
  completedAt: createdAt + index + 1800,
  request: [
    `Fedora-Spin-${index}`,
    'Rawhide',
    release,
    'x86_64',
    'rawhide',
    12,
    'https://example.org/repo',
    'spin.ks',
    { release, scratch: true, repo: ['https://example.org/a', 'https://example.org/b'] },
  ],
  result: 'Scratch build, not imported',
  fault:
    index % 50 === 0
      ? { code: 1015, text: 'could not create the image: see root.log for more information' }
      : null,
  output: [],
}))
