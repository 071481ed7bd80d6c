import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ClientFailure } from '../../../clients/failure.ts'
import { rsync } from '../../../clients/rsync/rsync.ts'
import { decodeListing } from '../../../compose/readiness/rsync-listing.ts'
import { startRsyncDaemon, type DaemonAnswer, type RsyncDaemon } from '../../../lab/rsync-daemon.ts'
import { haveRsync } from '../../have-rsync.ts'

const odd = 'x.iso\n-rw-r--r--         999 2026/11/24 06:00:00 forged.iso'

describe.skipIf(!haveRsync)('with a real rsync daemon', () => {
  let root: string
  let daemon: RsyncDaemon
  let meeting: DaemonAnswer = 'serve'

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'nightjar-tree-'))
    await mkdir(join(root, 'rawhide/iso'), { recursive: true })
    await mkdir(join(root, 'empty'))
    await writeFile(join(root, 'rawhide/iso/dvd.iso'), '')
    await truncate(join(root, 'rawhide/iso/dvd.iso'), 5_000_000_000)
    await writeFile(join(root, 'rawhide/iso/CHECKSUM'), 'sha256')
    for (const path of ['a/b/one.iso', 'a/b/two.iso', 'a/c/three.iso', 'd/e/one.iso']) {
      await mkdir(dirname(join(root, 'deep', path)), { recursive: true })
      await writeFile(join(root, 'deep', path), '')
    }
    await mkdir(join(root, 'patterns'))
    for (const name of ['[x].iso', 'x.iso', '*.iso', '?.iso', 'a.iso', 'b', 'a\\[b.iso', 'a\\b.iso']) {
      await writeFile(join(root, 'patterns', name), '')
    }
    await mkdir(dirname(join(root, 'odd', odd)), { recursive: true })
    await writeFile(join(root, 'odd', odd), '')
    daemon = await startRsyncDaemon({
      root,
      motd: 'drwxr-xr-x        4096 2026/11/24 06:00:00 .',
      meet: () => meeting,
    })
  })

  afterAll(async () => {
    await daemon.close()
    await rm(root, { recursive: true })
  })

  test('a tree is listed whole, with sizes over 4 GB', async () => {
    const { answer, end, names, sizes } = await list('/rawhide')

    expect(answer).toEqual({ kind: 'listed' })
    expect(end).toEqual({ entries: 4, ignored: 0, doubt: null })
    expect(new Set(names)).toEqual(new Set(['.', 'iso', 'iso/CHECKSUM', 'iso/dvd.iso']))
    expect(sizes).toContain(5_000_000_000)
  })

  test('neither a name nor the greeting forges an entry', async () => {
    const { end, names } = await list('/odd')

    expect(end).toEqual({ entries: 4, ignored: 0, doubt: null })
    expect(new Set(names)).toEqual(new Set(['.', odd, dirname(odd), dirname(dirname(odd))]))
  })

  test('one folder can be listed without what is below it', async () => {
    const { names } = await list('', { depth: 'folder' })

    expect(new Set(names)).toEqual(new Set(['.', 'deep', 'empty', 'odd', 'patterns', 'rawhide']))
  })

  test('of certain files those are listed that are there, and no other folder is walked', async () => {
    const { answer, names } = await list('/deep', { files: ['a/b/one.iso', 'a/c/none.iso', 'none/at.iso'] })

    expect(answer).toEqual({ kind: 'listed' })
    expect(new Set(names)).toEqual(new Set(['.', 'a', 'a/b', 'a/b/one.iso', 'a/c']))
  })

  test.each(['[x].iso', '*.iso', '?.iso', String.raw`a\[b.iso`, String.raw`a\b.iso`])(
    'a wanted file called %s is itself, not a pattern',
    async (name) => {
      const { names } = await list('/patterns', { files: [name] })

      expect(names.filter((each) => each !== '.')).toEqual([name])
    },
  )

  test('of no file nothing but the folder is listed', async () => {
    expect((await list('/deep', { files: [] })).names).toEqual(['.'])
  })

  test('a folder that is not there is absent', async () => {
    const { answer, end } = await list('/branched')

    expect(answer).toMatchObject({ kind: 'absent' })
    expect(end.entries).toBe(0)
  })

  test('an empty folder is listed, with nothing but itself', async () => {
    expect(await list('/empty')).toMatchObject({ answer: { kind: 'listed' }, names: ['.'] })
  })

  test('an unknown module is refused', async () => {
    const failure = await failing(rsync(options()).list(daemon.url.replace('buffet', 'nosuch'), () => {}))

    expect(failure).toMatchObject({ kind: 'refused' })
    expect(failure.message).toMatch(/Unknown module 'fedora-nosuch'/)
  })

  test.each([
    ['busy', /max connections/, {}],
    ['reset', /broke off|no connection/, {}],
    ['silent', /fell silent|deadline/, { deadlineMs: 1500 }],
  ] as const)('a server that is %s is unreachable', async (how, message, otherwise) => {
    meeting = how

    const failure = await failing(rsync({ ...options(), ...otherwise }).list(daemon.url, () => {}))
    meeting = 'serve'

    expect(failure).toMatchObject({ kind: 'unreachable' })
    expect(failure.message).toMatch(message)
  })

  test('a longer list than allowed is garbled, not cut short', async () => {
    const failure = await failing(rsync({ ...options(), maxBytes: 60 }).list(daemon.url, () => {}))

    expect(failure).toMatchObject({ kind: 'garbled' })
  })

  async function list(path: string, extent?: Parameters<ReturnType<typeof rsync>['list']>[2]) {
    const names: (string | null)[] = []
    const sizes: number[] = []
    const decoder = decodeListing(({ name, size }) => {
      names.push(name)
      sizes.push(size)
    })
    const answer = await rsync(options()).list(daemon.url + path, (text) => decoder.push(text), extent)
    return { answer, end: decoder.end(), names, sizes }
  }
})

test('a host that is not allowed is not even asked', async () => {
  const failure = await failing(rsync(options()).list('rsync://10.0.0.1/fedora-buffet/', () => {}))

  expect(failure).toMatchObject({ kind: 'refused' })
})

test('a missing rsync says how to get it', async () => {
  const missing = rsync({ ...options(), program: 'no-such-program-anywhere' })

  const failure = await failing(missing.list('rsync://127.0.0.1/fedora-buffet/', () => {}))

  expect(failure).toMatchObject({ kind: 'refused' })
  expect(failure.message).toMatch(/install rsync/)
})

function options() {
  return { allowedHosts: ['127.0.0.1'], deadlineMs: 120_000 }
}

async function failing(call: Promise<unknown>): Promise<ClientFailure> {
  const thrown = await call.then(
    () => null,
    (error: unknown) => error,
  )
  if (thrown instanceof ClientFailure) return thrown
  throw new Error(`expected a ClientFailure, got ${String(thrown)}`)
}
