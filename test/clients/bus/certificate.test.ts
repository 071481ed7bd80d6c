import { expect, test } from 'vitest'
import { probeBus } from '../../../clients/bus/publish.ts'
import { failureOf } from '../failure-of.ts'

const files = { ca: 'package.json', certificate: 'package.json', key: 'package.json' }

function probe(otherwise: Partial<typeof files>): Promise<string> {
  const place = { url: 'amqps://127.0.0.1:1/%2F', ...files, ...otherwise }
  return probeBus({ place, client: {} })
}

// [bus] and [publish] have the same keys: a failure must not name the table of the other.
test('files that hold no certificate are named', async () => {
  const { message } = await failureOf(probe({}))

  expect(message).toContain(
    'in PEM in package.json, package.json and package.json, but got: no start line; correct these files',
  )
})

test.each(['ca', 'certificate', 'key'])('a missing file is named with its key: %s', async (key) => {
  const { message } = await failureOf(probe({ [key]: '/nowhere/x.pem' }))

  expect(message).toBe(
    `the message bus: expected to read /nowhere/x.pem, which ${key} names, but got ENOENT; correct ${key}, or make the file readable`,
  )
})

// A worker says in its log only what is new.
test('of several wrong files the first is named, whichever fails sooner', async () => {
  const soonest = '/nowhere/\0'
  const { message } = await failureOf(probe({ ca: '/nowhere/ca', certificate: soonest, key: soonest }))

  expect(message).toContain('expected to read /nowhere/ca,')
})
