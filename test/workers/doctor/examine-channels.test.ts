import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { examineChannels } from '../../../workers/doctor/examine-channels.ts'
import { secret } from '../../activities/channels/webhook-stage.ts'
import { nobody, stubServer } from '../../clients/stub-server.ts'
import { settingsOf } from '../../settings-of.ts'

test('without a channel all is well', async () => {
  expect((await examineChannels(settingsOf())).findings).toMatchObject([{ about: 'channels', state: 'ok' }])
})

test('each channel is told of, and none is sent anything', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-channels-'))
  await using server = await stubServer((response) => void response.writeHead(405).end())
  await using closed = await stubServer((response) => void response.writeHead(403).end())
  await using moved = await stubServer(
    (response) => void response.writeHead(308, { location: '/hook/' }).end(),
  )
  const file = join(folder.path, 'secret')
  await writeFile(file, secret)
  const table = (name: string, url: string, secretFile = file) => ({ name, url, secret_file: secretFile })
  const settings = settingsOf({
    webhook: [
      table('here', server.url),
      table('closed', closed.url),
      table('moved', `${moved.url}/hook`),
      table('gone', nobody),
      table('unreadable', server.url, join(folder.path, 'none')),
    ],
  })

  const { findings } = await examineChannels(settings)

  expect(findings).toMatchObject([
    { about: 'channel here', state: 'ok' },
    { about: 'channel closed', state: 'warning', todo: expect.stringContaining('may refuse reports, too') },
    { about: 'channel moved', state: 'problem', said: expect.stringContaining('redirects to') },
    { about: 'channel gone', state: 'no answer', todo: expect.stringContaining('receiver') },
    { about: 'channel unreadable', state: 'problem', said: expect.stringContaining('cannot be read') },
    { about: 'reports refused on channels', state: 'no answer' },
  ])
  expect(server.arrived.map(({ method }) => method)).toEqual(['HEAD'])
})
