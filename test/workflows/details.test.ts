import { expect, test } from 'vitest'
import { detailsTable } from '../../workflows/details.ts'
import type { NightProgress } from '../../workflows/stage.ts'

const night: NightProgress = {
  stream: 'rawhide',
  date: '2026-11-24',
  compose: 'Fedora-Rawhide-20261124.n.0',
  verdict: null,
  stages: [
    {
      name: 'find',
      state: 'done',
      since: '2026-11-24T05:15:00.000Z',
      until: '2026-11-24T05:25:00.000Z',
      deadline: '2026-11-24T11:15:00.000Z',
      lastAnswer: 'Fedora-Rawhide-20261124.n.0 is there',
    },
    {
      name: 'await',
      state: 'running',
      since: '2026-11-24T13:40:00.000Z',
      until: null,
      deadline: '2026-11-25T01:40:00.000Z',
      lastAnswer: 'a | b\nc',
    },
  ],
  jobs: {
    done: 20,
    running: 2,
    waiting: 5,
    endsAbout: null,
    byFlavor: [{ flavor: 'Server-dvd-iso', arch: 'x86_64', done: 20, running: 2, waiting: 5 }],
  },
}

test('the details of a night are a table of its stages and one of its jobs, in UTC', () => {
  const lines = detailsTable(night).replaceAll('\u00A0', ' ').split('\n')

  expect(lines[0]).toBe('**rawhide 2026-11-24**: Fedora-Rawhide-20261124.n.0')
  expect(lines).toContain('| find   | done   | 05:15   | 05:25   | Fedora-Rawhide-20261124.n.0 is there |')
  expect(lines).toContain('| x86_64   | 20   | 2   | 5   | Server-dvd-iso |')
})

test('the deadline of a running stage is shown with its day where that is another', () => {
  expect(detailsTable(night).replaceAll('\u00A0', ' ')).toContain('at most 25. 01:40')
})

test('an answer from outside cannot break out of its cell', () => {
  expect(detailsTable(night)).toContain('| a / b c |')
})
