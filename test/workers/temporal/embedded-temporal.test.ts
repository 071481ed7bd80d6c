import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startTemporal } from '../../../workers/temporal/embedded-temporal.ts'
import { freePort, isFree } from '../../../workers/temporal/free-port.ts'

test('a server that cannot start says why in the error', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nightjar-damaged-'))
  writeFileSync(join(folder, 'temporal.db'), 'no database')

  const start = startTemporal(folder)

  await expect(start).rejects.toThrow(/ended \(exit 1\) before it answered; .* ends with:\n.*not a database/s)
  rmSync(folder, { recursive: true })
})

test('a free port is none that an outgoing connection could take meanwhile', async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, () => freePort()))

  expect(Math.min(...ports)).toBeGreaterThanOrEqual(20_000)
  expect(Math.max(...ports)).toBeLessThan(32_768)
  expect(await Promise.all(ports.map(isFree))).not.toContain(false)
})
