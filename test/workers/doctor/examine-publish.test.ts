import { stringify } from 'smol-toml'
import { expect, test } from 'vitest'
import { loadConfig } from '../../../workers/config/config.ts'
import { examinePublish } from '../../../workers/doctor/examine-publish.ts'
import { configFile } from '../../config-file.ts'

test('what was set aside is not known without an archive', async () => {
  const publish = { url: 'amqps://n:@127.0.0.1:1/%2F', ca: 'ca.pem', certificate: 'c.pem', key: 'k.pem' }
  await using config = await configFile(stringify({ publish }))

  const { findings } = await examinePublish(loadConfig(config.file, {}))

  expect(findings.map(({ about, state }) => [about, state])).toEqual([
    ['publishing', 'problem'],
    ['certificate for publishing', 'problem'],
    ['messages set aside', 'no answer'],
  ])
})
