import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { readNote } from '../../workers/temporal/dev-server-note.ts'
import { listens } from '../../workers/temporal/listens.ts'
import { configFile } from '../config-file.ts'
import { startNightjar, type Ended } from '../cli/nightjar.ts'

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

async function noteBy(pid: number | undefined, file: string): Promise<void> {
  await expect.poll(() => readNote(dirname(file))?.pid, limit).toBe(pid)
}

async function earlyEnd(ended: Promise<Ended>): Promise<never> {
  const { code, stderr } = await ended
  throw new Error(`"nightjar dev" ended with ${code} before it was told to: ${stderr}`)
}
