import { expect, test } from 'vitest'
import { startInbox } from '../../../lab/mail/inbox.ts'
import { loadConfig } from '../../../workers/config/config.ts'
import { examineClocks } from '../../../workers/doctor/examine-clocks.ts'
import { examineMail } from '../../../workers/doctor/examine-mail.ts'
import { configFile } from '../../config-file.ts'

test('three clocks that agree are a list with commas', () => {
  const clocks = ['openQA', 'the compose tree', 'Koji'].map((of) => ({ of, aheadMs: 0 }))

  expect(examineClocks(clocks).said).toBe('it agrees with openQA, the compose tree and Koji')
})

test.each([
  ['["a@x.org"]', 'the one recipient'],
  ['["a@x.org", "b@x.org"]', 'all 2 recipients'],
])('a server that takes mail for %s takes it for %s', async (to, words) => {
  await using inbox = await startInbox()
  await using config = await configFile(
    `[mail]\nhost = "127.0.0.1"\nport = ${inbox.port}\nfrom = "n@x.org"\nto = ${to}\n`,
  )

  const { findings } = await examineMail(loadConfig(config.file, {}))

  expect(findings.map(({ said }) => said)).toEqual([
    `127.0.0.1:${inbox.port} takes mail for ${words}; none was sent`,
  ])
})
