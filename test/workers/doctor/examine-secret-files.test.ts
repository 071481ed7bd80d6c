import { chmod, mkdir, mkdtempDisposable, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { examineSecretFiles } from '../../../workers/doctor/examine-secret-files.ts'
import { settingsOf } from '../../settings-of.ts'

async function secretIn(folder: string, name: string, mode: number): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, 'secret\n')
  await chmod(file, mode)
  return file
}

const url = 'https://receiver.example.org/'
const broker = { url: 'amqps://n:@127.0.0.1:1/%2F', ca: 'ca.pem', certificate: 'c.pem' }
const room = { homeserver: url, room: '!a:example.org' }

test('each secret file that other users can reach is told, with its mode and the command that closes it', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-secrets-'))
  const at = (name: string, mode = 0o644) => secretIn(folder.path, name, mode)
  const settings = settingsOf({
    webhook: [{ name: 'hook', url, secret_file: await at('hook') }],
    matrix: [{ name: 'room', ...room, token_file: await at('token', 0o604) }],
    bus: { ...broker, key: await at('bus.key', 0o666) },
    publish: { ...broker, topic_prefix: 'org.example', key: await at('publish.key') },
  })
  const environment = {
    NIGHTJAR_SMTP_PASSWORD_FILE: await at('smtp'),
    NIGHTJAR_RESULTSDB_PASSWORD_FILE: await at('resultsdb'),
    TEMPORAL_TLS_CLIENT_KEY_PATH: await at('temporal.key'),
    OPENQA_CONFIG: join(folder.path, 'openqa'),
  }
  await mkdir(join(folder.path, 'openqa'))
  await writeFile(await at('openqa/client.conf'), '[openqa.fedoraproject.org]\nkey = 0\nsecret = 1\n')

  const { findings } = await examineSecretFiles(settings, environment)

  const owner =
    process.getuid?.() === 0 ? "; it must belong to the worker's user, or systemd must hand it over" : ''
  const warned = (name: string, namedBy: string, mode = '0644') => ({
    about: 'secret files',
    state: 'warning',
    said: `other users of this machine can reach ${join(folder.path, name)} (${namedBy}): its mode is ${mode}`,
    todo: `chmod 600 ${join(folder.path, name)}${owner}`,
  })
  expect(findings).toEqual([
    warned('resultsdb', 'NIGHTJAR_RESULTSDB_PASSWORD_FILE'),
    warned('smtp', 'NIGHTJAR_SMTP_PASSWORD_FILE'),
    warned('temporal.key', 'TEMPORAL_TLS_CLIENT_KEY_PATH'),
    warned('hook', 'secret_file of webhook hook'),
    warned('token', 'token_file of Matrix room', '0604'),
    warned('bus.key', 'key in [bus]', '0666'),
    warned('publish.key', 'key in [publish]'),
    warned('openqa/client.conf', "openQA's key"),
  ])
})

test('files that only their owner or its group can reach, and those that are not there, are well', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-secrets-'))
  const settings = settingsOf({
    webhook: [
      { name: 'own', url, secret_file: await secretIn(folder.path, 'own', 0o600) },
      { name: 'group', url, secret_file: await secretIn(folder.path, 'group', 0o640) },
      { name: 'none', url, secret_file: join(folder.path, 'none') },
    ],
  })

  const { findings } = await examineSecretFiles(settings, { OPENQA_CONFIG: folder.path })

  expect(findings).toMatchObject([{ about: 'secret files', state: 'ok' }])
})

test('the mode of the file counts to which a link points', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-secrets-'))
  const link = join(folder.path, 'link')
  await symlink(await secretIn(folder.path, 'closed', 0o600), link)
  const settings = settingsOf({ webhook: [{ name: 'own', url, secret_file: link }] })

  const { findings } = await examineSecretFiles(settings, { OPENQA_CONFIG: folder.path })

  expect(findings).toMatchObject([{ state: 'ok' }])
})

test('a client.conf without our key holds no secret', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-secrets-'))
  await secretIn(folder.path, 'client.conf', 0o644)

  const { findings } = await examineSecretFiles(settingsOf(), { OPENQA_CONFIG: folder.path })

  expect(findings).toMatchObject([{ state: 'ok' }])
})

test("Fedora's key for everybody is no secret", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-secrets-'))
  const key = await secretIn(folder.path, 'fedora-key.pem', 0o644)

  const { findings } = await examineSecretFiles(settingsOf({ bus: { key } }), { OPENQA_CONFIG: folder.path })

  expect(findings).toMatchObject([{ state: 'ok' }])
})
