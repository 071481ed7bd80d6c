import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { rsync } from '../../clients/rsync/rsync.ts'
import { startRsyncDaemon } from '../../lab/rsync-daemon.ts'
import { haveRsync } from '../have-rsync.ts'

describe.skipIf(!haveRsync)("the lab's rsync daemon", () => {
  let root: string

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'nightjar-tree-'))
  })

  afterEach(async () => {
    vi.unstubAllEnvs()
    await rm(root, { recursive: true })
  })

  test('answers at once, and two of them do not disturb each other', async () => {
    const daemons = await Promise.all([startRsyncDaemon({ root }), startRsyncDaemon({ root })])

    const answers = await Promise.all(daemons.map(({ url }) => list(url)))
    await Promise.all(daemons.map((daemon) => daemon.close()))

    expect(answers).toEqual([{ kind: 'listed' }, { kind: 'listed' }])
    expect(new Set(daemons.map(({ port }) => port)).size).toBe(2)
  })

  test('refuses more connections than it may have, as a full mirror does', async () => {
    const daemon = await startRsyncDaemon({ root, maxConnections: 1 })
    const first = await occupy(daemon.port)

    const second = list(daemon.url)

    await expect(second).rejects.toMatchObject({
      kind: 'unreachable',
      message: /max connections \(1\) reached/,
    })
    first.destroy()
    await daemon.close()
  })

  test('ends connections when it is closed, and leaves nothing behind', async () => {
    vi.stubEnv('TMPDIR', root)
    const daemon = await startRsyncDaemon({ root })
    const client = await occupy(daemon.port)
    const ended = once(client, 'close')

    await daemon.close()

    await ended
    await expect(list(daemon.url)).rejects.toMatchObject({ kind: 'unreachable' })
    expect(await readdir(root)).toEqual([])
  })
})

function list(url: string) {
  return rsync({ allowedHosts: ['127.0.0.1'], deadlineMs: 120_000 }).list(url, () => {})
}

/** A client that has been let into the module and then says nothing more. */
async function occupy(port: number) {
  const client = connect(port, '127.0.0.1').setEncoding('utf8')
  client.on('error', () => {})
  client.write('@RSYNCD: 30.0\nfedora-buffet\n')
  let heard = ''
  for await (const text of client.iterator({ destroyOnReturn: false })) {
    heard += text
    if (heard.includes('@RSYNCD: OK')) break
  }
  return client.resume()
}
