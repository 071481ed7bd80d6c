import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { readNote } from '../../workers/temporal/dev-server-note.ts'
import { listens } from '../../workers/temporal/listens.ts'
import { configFile } from '../config-file.ts'
import { startNightjar, type Ended } from '../cli/nightjar.ts'
import { freePorts } from '../free-ports.ts'

/** Ends what hangs. On a busy machine Temporal needs half a minute to start. */
const limit = { timeout: 120_000 }

test.each(['SIGHUP', 'SIGKILL'] as const)(
  '%s of "nightjar dev" leaves no Temporal behind, and the next one starts',
  async (signal) => {
    await using config = await configFile('folder = "."\n')

    for (let nth = 0; nth < 2; nth++) {
      const { child, ended } = await startNightjar('dev', '--config', config.file)
      // The note of one that was killed stays until the next.
      await Promise.race([noteBy(child.pid, config.file), earlyEnd(ended)])
      const address = readNote(dirname(config.file))?.address ?? ''
      expect(await listens(address)).toBe(true)
      child.kill(signal)
      await ended
      await expect.poll(() => listens(address), limit).toBe(false)
    }
  },
)

test('"nightjar dev" whose Temporal is killed says so and ends, without asking it for ever', async () => {
  const pages = `127.0.0.1:${await freePorts()}`
  await using config = await configFile(`folder = "."\n[web]\nlisten = "${pages}"\n`)
  const { ended } = await startNightjar('dev', '--config', config.file)
  await Promise.race([servedAt(pages), earlyEnd(ended)])

  process.kill(serverAt(readNote(dirname(config.file))?.address ?? ''), 'SIGKILL')

  const { code, stderr } = await ended
  expect(code).toBe(1)
  expect(stderr).toContain("Temporal's dev server ended (SIGKILL)")
})

/** The process of Temporal's dev server at an address. */
function serverAt(address: string): number {
  const port = address.split(':')[1] ?? ''
  const found = globSync('/proc/[0-9]*/cmdline').find((file) => {
    const words = existsSync(file) ? readFileSync(file, 'utf8').split('\0') : []
    return words.includes('start-dev') && words[words.indexOf('--port') + 1] === port
  })
  return Number(found?.split('/')[2])
}

async function servedAt(address: string): Promise<void> {
  await expect.poll(() => listens(address), limit).toBe(true)
}

async function noteBy(pid: number | undefined, file: string): Promise<void> {
  await expect.poll(() => readNote(dirname(file))?.pid, limit).toBe(pid)
}

async function earlyEnd(ended: Promise<Ended>): Promise<never> {
  const { code, stderr } = await ended
  throw new Error(`"nightjar dev" ended with ${code} before it was told to: ${stderr}`)
}
