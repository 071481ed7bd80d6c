import { describe, expect, test } from 'vitest'
import { readMessage, topicsBelow } from '../../../compose/messages/read-message.ts'

const compose = 'Fedora-Rawhide-20261124.n.0'

function read(topic: string, body: unknown) {
  return readMessage(topic, JSON.stringify(body)).heard
}

describe('a message of Pungi', () => {
  const topic = 'pungi.compose.status.change'

  test.each([
    ['today', { compose_id: compose, status: 'FINISHED', compose_label: null, release_short: 'Fedora' }],
    ['in 2016, wrapped by fedmsg', { topic, i: 1, msg: { compose_id: compose, status: 'STARTED' } }],
    ['with a place on another host', { compose_id: compose, location: 'http://evil.example.org/' }],
  ])('names its compose: %s', (_, body) => {
    expect(read(topic, body)).toEqual({ kind: 'compose', compose })
  })

  test.each([
    ['no id', { status: 'FINISHED' }, 'of no compose'],
    ['an id that is none', { compose_id: '../../etc/passwd' }, 'of no compose'],
    ['an id of quotes', { compose_id: "x' OR Stage = 'await" }, 'of no compose'],
    ['an id that is too long', { compose_id: 'F'.repeat(300) }, 'garbled'],
    ['an id that is a list', { compose_id: [compose] }, 'garbled'],
    ['a list', [compose], 'garbled'],
    ['nothing', null, 'garbled'],
  ])('with %s changes nothing', (_, body, why) => {
    expect(read(topic, body)).toBe(why)
  })

  test('that is no JSON changes nothing', () => {
    expect(readMessage(topic, '{"compose_id": "Fedora-Raw').heard).toBe('garbled')
    expect(readMessage(topic, '').heard).toBe('garbled')
  })
})

test('a copy to the mirror names its compose; in 2015 there was no id', () => {
  const topic = 'compose.rawhide.rsync.complete'
  expect(read(topic, { log: 'done', branch: 'rawhide', arch: '', compose_id: compose })).toEqual({
    kind: 'compose',
    compose,
  })
  expect(read(topic, { msg: { log: 'done', branch: '18' }, topic })).toBe('of no compose')
})

describe('a message of openQA', () => {
  const ended = { kind: 'jobs', compose, jobs: 'ended' }

  test.each([
    ['the last job of today', { BUILD: compose, id: 429_709, remaining: 0, result: 'passed' }, ended],
    ['a job without a count', { BUILD: compose, id: 429_709, result: 'passed' }, ended],
    ['a job of 2016', { build: compose, id: '10625', remaining: '0', result: '10695' }, ended],
    ['a wrapped job of 2019', { msg: { BUILD: compose, remaining: 0, bugref: null } }, ended],
    ['one of many jobs', { BUILD: compose, remaining: 39 }, 'of no use'],
    ['one of many in 2016', { build: compose, remaining: '39' }, 'of no use'],
    ['a job of an update', { BUILD: 'Update-FEDORA-2019-2b7fe4a7de', remaining: 0 }, 'of no compose'],
    ['a job of nothing', { id: 1 }, 'of no compose'],
    ['a count that is no number', { BUILD: compose, remaining: 'many' }, 'garbled'],
  ])('of %s', (_, body, expected) => {
    expect(read('openqa.job.done', body)).toEqual(expected)
  })

  test('tells of jobs that were cancelled, and of those that were restarted', () => {
    expect(read('openqa.job.cancel', { BUILD: compose, id: 3 })).toEqual(ended)
    const restart = { build: compose, id: '10589', auto: '0', remaining: 2, result: { 10_589: 10_619 } }
    expect(read('openqa.job.restart', restart)).toEqual({ ...ended, jobs: 'restarted' })
  })
})

describe('a message of Koji', () => {
  const topic = 'buildsys.task.state.change'
  const opts = { scratch: true, release: '20261124.n.0', version: 'Rawhide' }
  const livemedia = {
    attribute: 'state',
    old: 'OPEN',
    new: 'CLOSED',
    method: 'livemedia',
    info: { id: 1, request: ['Fedora-KDE-Live', 'Rawhide', ['x86_64'], 'f45', 'kde.ks', opts] },
  }
  const tasks = { kind: 'tasks', version: 'Rawhide', release: '20261124.n.0' }

  test('names the compose of an image task that has ended', () => {
    expect(read(topic, livemedia)).toEqual(tasks)
    expect(read(topic, { msg: { ...livemedia, new: 'FAILED' } })).toEqual(tasks)
    const kiwi = {
      ...livemedia,
      method: 'kiwiBuild',
      info: { request: ['f45', ['x86_64'], 'url', 'x.kiwi', opts] },
    }
    expect(read(topic, kiwi)).toEqual(tasks)
  })

  test.each([
    ['that goes on', { ...livemedia, new: 'OPEN' }, 'of no use'],
    [
      'of a package',
      { ...livemedia, method: 'build', info: { request: ['x.src.rpm', 'f45', {}] } },
      'of no compose',
    ],
    ['without a request', { ...livemedia, info: { request: null } }, 'of no compose'],
    ['without a state', { method: 'livemedia', info: {} }, 'garbled'],
  ])('of a task %s changes nothing', (_, body, why) => {
    expect(read(topic, body)).toBe(why)
  })
})

test('a topic that was not asked for changes nothing', () => {
  for (const topic of [
    '',
    'openqa.job.create',
    'pungi.compose.status.change.x',
    'compose.a.b.rsync.complete',
    '__proto__',
  ])
    expect(readMessage(topic, JSON.stringify({ compose_id: compose, BUILD: compose }))).toEqual({
      about: 'unknown',
      heard: 'unknown topic',
    })
})

test('topics are asked for below a prefix', () => {
  expect(topicsBelow('org.fedoraproject.stg')).toContain('org.fedoraproject.stg.compose.*.rsync.complete')
})
