import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'smol-toml'
import { expect, test } from 'vitest'
import { examineChannels } from '../../../workers/doctor/examine-channels.ts'
import { secret } from '../../activities/channels/webhook-stage.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'
import { editionOf, runOf } from '../../archive/nights.ts'
import { nightjar } from '../../cli/nightjar.ts'
import { stubServer } from '../../clients/stub-server.ts'
import { configFile } from '../../config-file.ts'
import { settingsOf } from '../../settings-of.ts'

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

test('a report that a channel refused is told by doctor and show, and sent again it is told no more', async () => {
  await using database = await freshDatabase()
  await using server = await stubServer((response) => void response.writeHead(200).end('thanks'))
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-refused-'))
  const file = join(folder.path, 'secret')
  await writeFile(file, secret)
  const { archive } = database
  const night = runOf(daysAgo(1).slice(0, 10))
  await archive.recordEdition(night, 'a/1', editionOf(night))
  const refused = {
    run: night.id,
    edition: 1,
    channel: 'qa',
    recipient: 'qa',
    state: 'refused',
    messageId: 'id',
    why: 'it answered 410',
    attempts: 1,
    at: daysAgo(1),
  } as const
  await archive.delivered(refused)
  // Of another channel, and of another week.
  await archive.delivered({ ...refused, channel: 'gone', recipient: 'gone' })
  await archive.delivered({ ...refused, run: 'nightly/rawhide/2026-01-01', at: daysAgo(8) })
  await archive.delivered({ ...refused, edition: 0, channel: 'bus', recipient: '01a2-b/3', why: 'open: 403' })
  const tables = {
    archive: { url: database.url },
    webhook: [{ name: 'qa', url: server.url, secret_file: file }],
  }
  const settings = settingsOf(tables)
  await using config = await configFile(stringify(tables))
  const told = async () => (await examineChannels(settings)).findings.at(-1)
  const about = 'reports refused on channels'

  const before = await told()
  const sent = await nightjar('send', night.id, '--channel', 'qa', '--config', config.file)
  const shown = await nightjar('show', night.id, '--config', config.file)

  expect(before).toEqual({
    about,
    state: 'warning',
    said: `1 in a week on qa, the last of ${night.id}: it answered 410`,
    todo: `put it right, then send the last edition again: nightjar send ${night.id} --channel qa`,
  })
  expect(sent).toMatchObject({ code: 0, stderr: '' })
  expect(shown.stdout).toMatch(/^1 +qa +delivered +2 +it answered 200/m)
  expect(shown.stdout).toMatch(/^- +bus, message 3 +refused +1 +open: 403/m)
  expect(await told()).toMatchObject({ about, state: 'ok' })
})

test('without an archive nobody can tell', async () => {
  const settings = settingsOf({ webhook: [{ name: 'qa', url: 'http://127.0.0.1:2', secret_file: '/none' }] })

  expect((await examineChannels(settings)).findings.at(-1)).toMatchObject({ state: 'no answer' })
})
