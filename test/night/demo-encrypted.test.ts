import { randomBytes } from 'node:crypto'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { startDemoServers } from '../../cli/demo/stage.ts'

afterEach(() => vi.unstubAllEnvs())

test('the client of a demo encrypts and decrypts as its workers do', async () => {
  vi.stubEnv('NIGHTJAR_CODEC_KEYS', `2026-11:${randomBytes(32).toString('base64')}`)
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-demo-'))
  await using servers = await startDemoServers(folder.path)

  const { workflow } = servers.client
  const night = await workflow.start('nightly', {
    taskQueue: 'nobody',
    workflowId: 'secret',
    memo: { said: 'hunter2' },
  })
  const { memo, raw } = await night.describe()

  expect(memo).toEqual({ said: 'hunter2' })
  const stored = raw.workflowExecutionInfo?.memo?.fields?.['said']
  expect(Buffer.from(stored?.data ?? []).toString('latin1')).not.toContain('hunter2')
})

test('a wrong key is told before a demo starts its servers', async () => {
  vi.stubEnv('NIGHTJAR_CODEC_KEYS', 'hunter2')

  await expect(startDemoServers('/nowhere')).rejects.toThrow('expected key 1 in NIGHTJAR_CODEC_KEYS')
})
