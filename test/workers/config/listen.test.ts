import { expect, test } from 'vitest'
import { listenOf } from '../../../workers/config/listen.ts'
import { settingsOf } from '../../../workers/config/config.ts'

const settings = settingsOf({ file: null, text: '[worker]\nlisten = "127.0.0.1:9464"\n' }, {})

test('the variable comes before the file, and an empty one is none', () => {
  expect(listenOf(settings, { NIGHTJAR_LISTEN: '0.0.0.0:9000' })).toBe('0.0.0.0:9000')
  expect(listenOf(settings, { NIGHTJAR_LISTEN: '' })).toBe('127.0.0.1:9464')
  expect(listenOf(settingsOf({ file: null, text: '' }, {}), {})).toBeNull()
})

test.each(['9464', 'host', 'a b:1', 'host:port'])('%s is no host and port', (named) => {
  expect(() => listenOf(settings, { NIGHTJAR_LISTEN: named })).toThrow(
    'NIGHTJAR_LISTEN: expected a host and port such as "127.0.0.1:9464"',
  )
})
