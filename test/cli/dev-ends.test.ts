import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { readNote } from '../../workers/temporal/dev-server-note.ts'
import { listens } from '../../workers/temporal/listens.ts'
import { configFile } from '../config-file.ts'
import { startNightjar } from './nightjar.ts'

test.each(['SIGHUP', 'SIGKILL'] as const)(
  '%s of "nightjar dev" leaves no Temporal behind, and the next one starts',
  async (signal) => {
    await using config = await configFile('folder = "."\n')

    for (let nth = 0; nth < 2; nth++) {
      const { child, ended } = await startNightjar('dev', '--config', config.file)
      // The note of one that was killed stays until the next.
      await expect.poll(() => readNote(dirname(config.file))?.pid).toBe(child.pid)
      const address = readNote(dirname(config.file))?.address ?? ''
      expect(await listens(address)).toBe(true)
      child.kill(signal)
      await ended
      await expect.poll(() => listens(address)).toBe(false)
    }
  },
)
