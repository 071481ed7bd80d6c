import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ConfigMistakes } from '../../../workers/config/config-mistakes.ts'
import { temporalConnection, temporalProfile } from '../../../workers/temporal/temporal-profile.ts'

function withFile(file: string) {
  vi.stubEnv('TEMPORAL_CONFIG_FILE', file)
  onTestFinished(() => void vi.unstubAllEnvs())
}

test.each([
  ['a key without quotes', 'api_key = hunter2', 2],
  ['a key whose quote is not closed', 'api_key = "hunter2\nnamespace = "x"', 2],
  ['a mistake beside the key', 'api_key = "hunter2"\naddress = h:7233', 3],
])("of Temporal's file with %s, the place is told and no line", async (_, text, line) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-temporal-'))
  const file = join(folder.path, 'temporal.toml')
  await writeFile(file, `[profile.default]\n${text}\n`)
  withFile(file)

  for (const read of [temporalProfile, temporalConnection]) {
    expect(read).toThrow(ConfigMistakes)
    expect(read).toThrow(`the configuration of Temporal cannot be read: ${file}, line ${line}, column `)
    expect(read).not.toThrow('hunter2')
  }
})

test('what its file says is taken', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-temporal-'))
  const file = join(folder.path, 'temporal.toml')
  await writeFile(file, '[profile.default]\naddress = "h:7233"\nnamespace = "qa"\n')
  withFile(file)

  expect(temporalProfile()).toMatchObject({ address: 'h:7233', namespace: 'qa' })
  expect(temporalConnection()).toMatchObject({ connectionOptions: { address: 'h:7233' }, namespace: 'qa' })
})
