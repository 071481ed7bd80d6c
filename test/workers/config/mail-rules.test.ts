import { expect, test } from 'vitest'
import { loadConfig } from '../../../workers/config/config.ts'
import { rulesOf } from '../../../workers/config/mail-rules.ts'
import { configFile } from '../../config-file.ts'

const all = { streams: null, arches: null, subvariants: null }

async function rulesIn(toml: string): Promise<ReturnType<typeof rulesOf>> {
  await using config = await configFile(`[mail]\nhost = "h"\nfrom = "n@example.org"\n${toml}`)
  const { mail } = loadConfig(config.file, {})
  return mail === undefined ? [] : rulesOf(mail)
}

test('those of mail.to come first, and get everything', async () => {
  const rules = await rulesIn(
    `to = ["list@example.org"]\n[[mail.rules]]\nto = ["qa@example.org"]\nwhen = "new failure"`,
  )

  expect(rules).toEqual([
    { to: ['list@example.org'], when: 'always', ...all },
    { to: ['qa@example.org'], when: 'new failure', ...all },
  ])
})

test('with rules there need be no mail.to', async () => {
  const rules = await rulesIn(
    `[[mail.rules]]\nto = ["a@example.org"]\nwhen = "trouble"\nstreams = ["rawhide"]\narches = ["aarch64"]\nsubvariants = ["KDE"]`,
  )

  expect(rules).toEqual([
    {
      to: ['a@example.org'],
      when: 'trouble',
      streams: ['rawhide'],
      arches: ['aarch64'],
      subvariants: ['KDE'],
    },
  ])
})
