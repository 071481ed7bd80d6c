import { expect, test } from 'vitest'
import { detailsOf, type Moment } from '../../../workflows/details/details.ts'
import type { Stands } from '../../../workflows/orders/refusal.ts'
import type { NightProgress } from '../../../workflows/stage.ts'

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
      heardAt: '2026-11-24T05:25:00.000Z',
    },
    {
      name: 'await',
      state: 'running',
      since: '2026-11-24T13:40:00.000Z',
      until: null,
      deadline: '2026-11-25T01:40:00.000Z',
      lastAnswer: 'a | b\nc <img src=x> [d](https://evil.example)',
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

const failing = {
  openqa: 'https://openqa.fedoraproject.org',
  count: 12,
  first: Array.from({ length: 10 }, (_, nth) => ({
    id: 4000 + nth,
    test: `test_${nth}`,
    flavor: 'Server-dvd-iso',
    arch: 'x86_64',
    scenario: `Server-dvd-iso x86_64 test_${nth}@64bit`,
  })),
}

const stands: Stands = {
  stage: 'await',
  until: '2026-11-25T01:40:00.000Z',
  outcome: null,
  verdict: null,
  compose: night.compose,
  mode: 'post',
  problems: [],
  notOk: 0,
  busyWith: null,
}

const moment: Moment = {
  workflowId: 'nightly/rawhide/2026-11-24',
  stands,
  isOver: false,
  now: Date.parse('2026-11-24T14:02:00.000Z'),
}

function linesOf(progress: NightProgress, otherwise: Partial<Moment> = {}): readonly string[] {
  return detailsOf(progress, { ...moment, ...otherwise })
    .replaceAll('\u00A0', ' ')
    .split('\n')
}

/** The commands between the code fences. */
function typed(lines: readonly string[]): readonly string[] {
  const [from, to] = [lines.indexOf('```'), lines.lastIndexOf('```')]
  return lines.slice(from + 1, to)
}

test('the details begin with the verdict, and with what the night waits for, since when and until when', () => {
  expect(linesOf(night).slice(0, 5)).toEqual([
    '**rawhide 2026-11-24**: Fedora-Rawhide-20261124.n.0, no verdict yet',
    '',
    'In **await** since 13:40, until 25. 01:40 at most.',
    '',
    String.raw`At 13:40: a / b c \<img src=x\> \[d\](https://evil.example)`,
  ])
  expect(linesOf(night).at(-1)).toBe('As of 14:02 UTC; all times are UTC.')
})

test('they have a table of the stages and one of the jobs, with the running stage in bold', () => {
  const lines = linesOf(night)

  expect(lines).toContain('| find   | done   | 05:15   | 05:25 |')
  expect(lines).toContain('| **await**   | **running**   | 13:40   | at most 25. 01:40 |')
  expect(lines).toContain('| x86_64   | 20   | 2   | 5   | Server-dvd-iso |')
})

test('they have the last answer of each stage, which opens no cell, link or HTML', () => {
  const lines = linesOf(night)

  expect(lines).toContain('- 05:25 find: Fedora-Rawhide-20261124.n.0 is there')
  expect(lines.find((line) => line.includes(' await: '))).toContain(
    String.raw`a / b c \<img src=x\> \[d\](https://evil.example)`,
  )
})

test('before the report they name the first ten jobs that did not pass, each with its link, and link to all', () => {
  const lines = linesOf({ ...night, failing })

  expect(lines).toContain('**Did not pass so far (12):**')
  expect(lines).toContain(
    '- [Server-dvd-iso x86_64 test_0@64bit](https://openqa.fedoraproject.org/tests/4000)',
  )
  expect(lines.filter((line) => line.includes('/tests/40'))).toHaveLength(10)
  expect(lines).toContain(
    '- [and 2 more](https://openqa.fedoraproject.org/tests/overview?build=Fedora-Rawhide-20261124.n.0)',
  )
})

test('after the report they name what it holds against the compose', () => {
  const scenario = 'Server-dvd-iso x86_64 test_3@64bit'
  const reported: Stands = {
    ...stands,
    outcome: 'tested',
    verdict: 'broken',
    problems: [
      { kind: 'test', test: 'test_3', scenario, modules: ['_boot'] },
      {
        kind: 'image',
        name: 'KDE live x86_64',
        url: 'https://koji.fedoraproject.org/koji/taskinfo?taskID=1',
      },
    ],
    notOk: 1,
  }
  const lines = linesOf({ ...night, verdict: 'broken', failing }, { stands: reported, isOver: true })

  expect(lines[0]).toBe('**rawhide 2026-11-24**: Fedora-Rawhide-20261124.n.0, **BROKEN**')
  expect(lines[2]).toBe('The night is over.')
  expect(lines).toContain('**Failed (1):**')
  expect(lines).toContain(`- [${scenario}](https://openqa.fedoraproject.org/tests/4003)`)
  expect(lines).toContain('- [KDE live x86_64](https://koji.fedoraproject.org/koji/taskinfo?taskID=1)')
  expect(typed(lines)).toEqual([
    'nightjar rerun rawhide/2026-11-24',
    'nightjar accept rawhide/2026-11-24 test:test_3 --why TEXT',
  ])
})

test('they list the orders that the night would take now, as commands', () => {
  expect(typed(linesOf(night))).toEqual([
    'nightjar extend rawhide/2026-11-24 4h',
    'nightjar look rawhide/2026-11-24',
    'nightjar finish rawhide/2026-11-24 --why TEXT',
    'nightjar cancel rawhide/2026-11-24 --why TEXT',
  ])
})

test('the run of one compose is named by it', () => {
  const lines = linesOf(night, { workflowId: 'nightly/rawhide/Fedora-Rawhide-20261124.n.1' })

  expect(typed(lines)).toContain('nightjar look Fedora-Rawhide-20261124.n.1')
})

test('they say what became of the orders that were given', () => {
  const order = {
    id: 'one',
    name: 'extend',
    at: '2026-11-24T13:50:00.000Z',
    by: 'kparal',
    why: 'two workers are down',
    asked: 'extend the stage by 4 h',
    became: '',
  } as const

  expect(linesOf({ ...night, orders: [order] })).toContain(
    '- 13:50 extend the stage by 4 h (kparal: two workers are down); under way',
  )
})

test('a stage that takes longer than usual is called late', () => {
  const stages = night.stages.map((stage) => ({ ...stage, late: '9 of 10 nights had this by 13:55' }))

  expect(linesOf({ ...night, stages })[2]).toBe(
    'In **await** since 13:40, until 25. 01:40 at most. **Late**: 9 of 10 nights had this by 13:55.',
  )
})
