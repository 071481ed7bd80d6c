import { expect, test } from 'vitest'
import { isOpen, parseTasks } from '../../../compose/koji/koji-task.ts'

const row = {
  id: 7,
  method: 'createLiveMedia',
  state: 2,
  arch: 'x86_64',
  create_ts: 1_439_885_733.123456,
  completion_ts: null,
  parent: 6,
  request: ['Fedora-KDE-Live', 'Rawhide', '20261124.n.0', 'x86_64', {}],
  result: null,
}

test("a task has what its method's request says", () => {
  const request = ['f42', ['x86_64'], 'git', 'path', { release: '20261124.n.0', version: 'Rawhide' }]

  expect(parseTasks([{ ...row, method: 'kiwiBuild', arch: 'noarch', request }])[0]).toMatchObject({
    method: 'kiwiBuild',
    arch: 'noarch',
    name: '',
    version: 'Rawhide',
    release: '20261124.n.0',
    arches: ['x86_64'],
  })
})

test.each([
  [0, 'FREE', true],
  [1, 'OPEN', true],
  [2, 'CLOSED', false],
  [3, 'CANCELED', false],
  [4, 'ASSIGNED', true],
  [5, 'FAILED', false],
  [6, 'state 6', true],
  [-1, 'state -1', true],
])('state %d is %s', (number, state, open) => {
  const [task] = parseTasks([{ ...row, state: number }])

  expect(task?.state).toBe(state)
  expect(task && isOpen(task)).toBe(open)
})

test('a failed task keeps the text of its fault, cut to a length', () => {
  const result = { faultCode: 1022, faultString: `could not create${'.'.repeat(9000)}` }

  const [task] = parseTasks([{ ...row, state: 5, result }])

  expect(task?.failure).toMatch(/^could not create/)
  expect(task?.failure).toHaveLength(500)
})

test.each<[string, unknown, string]>([
  ['a struct', { id: 7 }, 'at'],
  ['a list with null', [row, null], 'at 1'],
  ['a row without an id', [{ ...row, id: undefined }], 'at 0.id'],
  ['a state in words', [{ ...row, state: 'OPEN' }], 'at 0.state'],
  ['a request that is not decoded', [{ ...row, request: '<?xml?>' }], 'at 0.request'],
  ['a time beyond the calendar', [{ ...row, create_ts: 1e300 }], 'at 0.create_ts'],
])('%s is not a list of tasks', (_, value, said) => {
  expect(() => parseTasks(value)).toThrow(said)
})

test('every value of a row is a value of the task', () => {
  expect(parseTasks([{ ...row, completion_ts: 1_439_885_800 }])).toEqual([
    {
      id: 7,
      method: 'createLiveMedia',
      state: 'CLOSED',
      arch: 'x86_64',
      name: 'Fedora-KDE-Live',
      version: 'Rawhide',
      release: '20261124.n.0',
      arches: ['x86_64'],
      createdAt: '2015-08-18T08:15:33.123Z',
      completedAt: '2015-08-18T08:16:40.000Z',
      parent: 6,
      failure: null,
    },
  ])
})

test('a value that a row does not have is an empty text or null', () => {
  const { arch: _arch, completion_ts: _ended, parent: _parent, result: _result, ...bare } = row

  expect(parseTasks([bare])[0]).toMatchObject({ arch: '', completedAt: null, parent: null, failure: null })
})

test('the error for a bad row says its place and the reason', () => {
  expect(() => parseTasks([row, { ...row, id: 'seven' }])).toThrow(
    /^expected a list of Koji tasks, got a row that is not a task, at 1\.id: Invalid input/,
  )
})
