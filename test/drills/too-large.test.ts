import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { createGzip } from 'node:zlib'
import { expect, test } from 'vitest'
import { configFile } from '../config-file.ts'
import { startNightjar } from '../cli/nightjar.ts'

const id = 'Fedora-Rawhide-20261124.n.0'
const mib = 2 ** 20
const size = 2 ** 31

/** Two gigabytes of a JSON string that is never closed, which stay large when they are packed. */
function* endlessJson(sent: { bytes: number }): Generator<Buffer> {
  const chunk = Buffer.from(randomBytes(mib / 4).toString('base64'))
  yield Buffer.from('{"')
  for (; sent.bytes < size; sent.bytes += chunk.length) yield chunk
}

interface Flood extends AsyncDisposable {
  readonly url: string
  /** Bytes that left it before the other side hung up; of a packed answer, as they are when unpacked. */
  readonly sent: { readonly bytes: number }
}

async function flood(packed: 'plain' | 'gzip'): Promise<Flood> {
  const sent = { bytes: 0 }
  const answer = async (_request: IncomingMessage, response: ServerResponse) => {
    const source = Readable.from(endlessJson(sent))
    if (packed === 'plain') return await pipeline(source, response)
    response.setHeader('Content-Encoding', 'gzip')
    return await pipeline(source, createGzip({ level: 1 }), response)
  }
  const server = createServer((request, response) => void answer(request, response).catch(() => {}))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The most memory that a process had while it ran, in bytes, as the kernel counts it. */
async function watchMemory(pid: number | undefined, until: Promise<unknown>): Promise<number> {
  let most = 0
  const over = until.then(() => 'over')
  while ((await Promise.race([over, sleep(20)])) !== 'over') {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
    most = Math.max(most, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024)
  }
  return most
}

const onLinux = process.platform === 'linux'

test.skipIf(!onLinux).each(['plain', 'gzip'] as const)(
  'two gigabytes of images.json, sent %s, are dropped at the limit, and memory stays bounded',
  async (packed) => {
    await using server = await flood(packed)
    await using config = await configFile(`[compose]\ntree = "${server.url}/compose"\n`)

    const { child, ended } = await startNightjar('images', id, '--config', config.file)
    const memory = await watchMemory(child.pid, ended)
    const { code, stdout, stderr } = await ended

    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toContain(
      `/compose/rawhide/${id}/compose/metadata/images.json sent more than 33554432 bytes`,
    )
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(server.sent.bytes).toBeLessThan(size / 4)
    expect(memory).toBeGreaterThan(30 * mib)
    expect(memory).toBeLessThan(300 * mib)
  },
)
