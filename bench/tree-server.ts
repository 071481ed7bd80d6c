import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { fedoraFiles } from './fedora.ts'

// Serves the week's tree in its own process and delays each answer by <argument> milliseconds. GET /-/counts
// returns the counts.
const delayMs = Number(process.argv[2] ?? 0)
const files = fedoraFiles()
const modified = new Date(Date.now() - 86_400_000).toUTCString()
const counts = { requests: 0, connections: 0 }

function answer(path: string, { method }: IncomingMessage, response: ServerResponse): void {
  const text = files.get(path) ?? files.get(`${path}/`)
  if (text === undefined) response.writeHead(404).end()
  else {
    const headers = { 'Last-Modified': modified, 'Content-Length': Buffer.byteLength(text) }
    response.writeHead(200, headers).end(method === 'HEAD' ? '' : text)
  }
}

const server = createServer((request, response) => {
  const path = request.url ?? ''
  if (path === '/-/counts') {
    response.setHeader('Connection', 'close').end(JSON.stringify(counts))
    Object.assign(counts, { requests: 0, connections: 0 })
    return
  }
  counts.requests++
  if (delayMs > 0) setTimeout(() => answer(path, request, response), delayMs)
  else answer(path, request, response)
})
server.on('connection', () => counts.connections++)
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) console.log(`http://127.0.0.1:${address.port}`)
})
