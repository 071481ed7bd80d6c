import { expect, test } from 'vitest'
import { readMessage } from '../../../compose/messages/read-message.ts'
import { recordedMessages } from './recorded-messages.ts'

const readings = recordedMessages.map(({ name, topic, body }) => ({
  name,
  topic,
  reading: readMessage(topic, body),
}))

function heardOf(kind: string) {
  const known = readings.filter(({ name, reading }) => name.startsWith(kind) && reading.about !== 'unknown')
  return Object.fromEntries(known.map(({ name, reading }) => [name, reading.heard]))
}

test('the status of Pungi in 2015 names its compose', () => {
  expect(heardOf('pungi')).toEqual({ 'pungi-2': { kind: 'compose', compose: 'Fedora-24-20151208.n.7' } })
})

test('the messages of openQA are read in the forms of 2016 and of 2019', () => {
  expect(heardOf('openqa')).toEqual({
    // 2016: the build in lower case, and the id a text.
    'openqa-12': { kind: 'jobs', compose: 'Fedora-24-20160322.4', jobs: 'restarted' },
    // 2016 and 2019: more jobs are to come.
    'openqa-14': 'of no use',
    'openqa-8': 'of no use',
  })
})

test('a copy to the mirror names its compose since 2017', () => {
  expect(heardOf('compose')).toEqual({
    'compose-8': 'of no compose',
    'compose-14': 'of no compose',
    'compose-20': { kind: 'compose', compose: 'Fedora-Rawhide-20171203.n.0' },
    'compose-32': 'of no compose',
    'compose-38': 'of no compose',
    'compose-48': 'of no compose',
    'compose-64': { kind: 'compose', compose: 'Fedora-Cloud-28-20180126.n.0' },
  })
})

test('no recorded message is garbled, and those that nobody asked for are only counted', () => {
  const counts = Map.groupBy(readings, ({ reading: { heard } }) =>
    typeof heard === 'string' ? heard : heard.kind,
  )

  expect(Object.fromEntries([...counts].map(([heard, all]) => [heard, all.length]))).toEqual({
    'unknown topic': 38,
    'of no compose': 5,
    'of no use': 2,
    compose: 3,
    jobs: 1,
  })
})
