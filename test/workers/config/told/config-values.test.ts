import { expect, test } from 'vitest'
import { loadConfig, settingsOf } from '../../../../workers/config/config.ts'
import { configKeys, configValues } from '../../../../workers/config/told/config-values.ts'
import { hidePassword } from '../../../../workers/config/told/hide-password.ts'

function told(text: string, environment: Readonly<Record<string, string>> = {}) {
  const found = { file: '/srv/nightjar.toml', text }
  const values = configValues(settingsOf(found, environment), found, environment)
  return (key: string) => {
    const { value, from } = values.find((each) => each.key === key) ?? {}
    return { value, from }
  }
}

test('every key has its value and its origin', () => {
  const value = told('folder = "kept"\n[openqa]\narches = ["aarch64"]\n')

  expect(value('folder')).toEqual({
    value: '/srv/kept',
    from: { kind: 'file', file: '/srv/nightjar.toml', line: 1 },
  })
  expect(value('openqa.arches')).toMatchObject({ value: ['aarch64'], from: { line: 3 } })
  expect(value('openqa.restarts')).toEqual({ value: 10, from: { kind: 'default' } })
  expect(value('koji.required')).toEqual({ value: true, from: { kind: 'default' } })
  expect(value('mail.host')).toEqual({ value: null, from: { kind: 'none' } })
})

test('times are written as in the file', () => {
  const value = told(
    '[patience]\ncall = "90 s"\nopen = "90 min"\nact = "1500 ms"\n[patience.find]\nlook = "48h"\n',
  )
  const times = ['patience.call', 'patience.open', 'patience.act', 'patience.find.look', 'patience.find.lap']

  expect(times.map((key) => value(key).value)).toEqual(['90 s', '90 min', '1500 ms', '48 h', '3 h'])
})

test('the due hours and deadlines of a stream are written as in the file', () => {
  const value = told('[stream.eln]\npatience.find.deadline = "4 h"\npatience.open = "30 min"\n')

  expect(value('stream.rawhide.at').value).toBe('05:15')
  expect(value('stream.eln.at').value).toEqual(['02:00', '14:00', '18:00', '22:00'])
  expect(value('stream.eln.patience.find.deadline')).toMatchObject({ value: '4 h', from: { line: 2 } })
  expect(value('stream.eln.patience.open')).toMatchObject({ value: '30 min', from: { line: 3 } })
})

test('the database of the environment comes before that of the file, and no password is told', () => {
  const file = '[archive]\nurl = "postgresql://n:hunter2@host/db"\n'
  const environment = { NIGHTJAR_DATABASE_URL: 'postgresql://n:hunter3@other/db' }

  expect(told(file)('archive.url')).toMatchObject({ value: 'postgresql://n:…@host/db', from: { line: 2 } })
  expect(told(file, environment)('archive.url')).toEqual({
    value: 'postgresql://n:…@other/db',
    from: { kind: 'variable', variable: 'NIGHTJAR_DATABASE_URL', file: null },
  })
})

test('of the URL of a webhook only the host is told, as its path may be a secret', () => {
  const table = '[[webhook]]\nname = "qa"\nsecret_file = "/etc/qa.secret"\n'
  const value = told(`${table}url = "https://hooks.example.org/SECRET?token=SECRET"\n`)

  expect(value('webhook').value).toMatchObject([{ name: 'qa', url: 'https://hooks.example.org/…' }])
})

test.each([
  ['worker.listen', 'NIGHTJAR_LISTEN', '0.0.0.0:9464'],
  ['temporal_ui', 'NIGHTJAR_TEMPORAL_UI', 'https://temporal.example.org'],
])('%s may come from %s', (key, variable, value) => {
  expect(told('', { [variable]: value })(key)).toEqual({
    value,
    from: { kind: 'variable', variable, file: null },
  })
  expect(told('')(key)).toEqual({ value: null, from: { kind: 'none' } })
})

test.each([
  ['postgresql://n:pa:ss@wo/rd@host/db', 'postgresql://n:…@host/db'],
  ['postgresql://host/db?password=x&host=/tmp', 'postgresql://host/db?password=…&host=/tmp'],
  ['postgresql://host/db?host=/tmp&sslpassword=x', 'postgresql://host/db?host=/tmp&sslpassword=…'],
  ['postgresql://n@/db?host=/tmp&pass%77ord=x', 'postgresql://n@/db?host=/tmp&pass%77ord=…'],
  ['postgresql://host/db?PASSWD=x&port=1', 'postgresql://host/db?PASSWD=…&port=1'],
  ['postgresql://host/db?pa%ss=x', 'postgresql://host/db?pa%ss=…'],
  ['postgresql://host/db?port=1#x', 'postgresql://host/db?port=1'],
  ['postgresql://n:5#ss@host/db', 'postgresql://n:…@host/db'],
  ['postgresql://n@host/db', 'postgresql://n@host/db'],
  ['postgresql://host:5432/db', 'postgresql://host:5432/db'],
])('%s is shown as %s', (url, shown) => {
  expect(hidePassword(url)).toBe(shown)
})

test('every key of the schema has a value, unless it has no default', () => {
  const settings = loadConfig('nightjar.example.toml', {})
  const values = configValues(settings, { file: 'x', text: '' }, {})

  const unset = values.filter(({ value }) => value === null).map(({ key }) => key)

  expect(values.map(({ key }) => key)).toEqual(configKeys(['rawhide', 'branched']))
  expect(unset.filter((key) => !/^(?:bus|mail|publish)\.|\.patience\./.test(key))).toEqual([
    'temporal_ui',
    'compose.mash',
    'koji.owner',
    'openqa.wanted',
    'worker.listen',
    'worker.deployment',
    'worker.build',
    'web.url',
    'web.user_header',
    'archive.url',
    'atom.folder',
    'atom.domain',
    'resultsdb.url',
    'resultsdb.user',
    'resultsdb.nights',
    'resultsdb.streams',
    'stream.rawhide.report_within',
    'stream.rawhide.required_tests',
    'stream.rawhide.required_images',
    'stream.rawhide.expected_images',
    'stream.rawhide.arches',
    'stream.rawhide.wanted',
    'stream.rawhide.koji',
    'stream.rawhide.mirror',
    'stream.rawhide.release',
    'stream.branched.report_within',
    'stream.branched.required_tests',
    'stream.branched.required_images',
    'stream.branched.expected_images',
    'stream.branched.arches',
    'stream.branched.wanted',
    'stream.branched.koji',
    'stream.branched.mirror',
  ])
})
