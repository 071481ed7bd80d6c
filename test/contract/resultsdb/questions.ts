/** A request to a ResultsDB, for a server that is compared with another one. */
export interface Question {
  readonly what: string
  readonly method: 'GET' | 'POST'
  /** Below the URL of the API. */
  readonly path: string
  readonly body?: string
  readonly type?: string
}

const compose = 'Fedora-Rawhide-20261124.n.0'
const group = '8b0c4a3e-0000-5000-8000-000000000001'
const openqaGroup = '8b0c4a3e-0000-5000-8000-000000000002'

const first = {
  outcome: 'PASSED',
  testcase: { name: 'compose.base_selinux', ref_url: 'https://openqa.invalid/tests/1' },
  groups: [
    { uuid: group, description: `compose.${compose}`, ref_url: 'https://kojipkgs.invalid/c' },
    openqaGroup,
  ],
  note: '',
  ref_url: 'https://openqa.invalid/tests/1',
  data: { item: compose, type: 'compose', 'productmd.compose.respin': 0, arch: ['x86_64', 'aarch64'] },
}
const second = {
  ...first,
  outcome: ' failed ',
  testcase: { name: 'compose.base_services_start' },
  ref_url: 'https://openqa.invalid/tests/2',
  note: 'base_services_start module failed',
  data: { item: 'Fedora-Server-dvd-x86_64-Rawhide-20261124.n.0.iso' },
  submit_time: '2026-11-24T06:00:00.000000',
}

/** All of them, in an order in which an empty server gives the recorded answers. */
export const questions: readonly Question[] = [
  get('an empty server has no results', '/results'),
  post('a result', first),
  post('the same result again is a second result', first),
  post('a result with its time, whose outcome has spaces', second),
  post('a test case by its name alone', { outcome: 'INFO', testcase: 'compose.plain' }),
  post('a test case with an empty address loses its own', {
    ...first,
    testcase: { name: 'compose.base_selinux', ref_url: '' },
  }),
  post('an outcome that is not among those', { ...first, outcome: 'GREEN' }),
  post('no outcome', { testcase: 'a' }),
  post('no test case', { outcome: 'PASSED' }),
  post('a test case without a name', { outcome: 'PASSED', testcase: { name: '' } }),
  post('a colon in a key', { ...first, data: { 'a:b': '1' } }),
  post('a time that is none', { ...first, submit_time: 'yesterday' }),
  { what: 'half of a JSON', method: 'POST', path: '/results', body: '{"outcome":', type: 'application/json' },
  {
    what: 'a form',
    method: 'POST',
    path: '/results',
    body: 'outcome=PASSED',
    type: 'application/x-www-form-urlencoded',
  },
  get('one result', '/results/1'),
  get('a result that is not there', '/results/999'),
  get('a group', `/groups/${group}`),
  get('a group that was only named', `/groups/${openqaGroup}`),
  get('a group that is not there', '/groups/nothing'),
  get('a test case', '/testcases/compose.base_selinux'),
  get('a test case that is not there', '/testcases/nothing'),
  get('all results', '/results?_sort=asc:submit_time'),
  get('by test case and item', `/results?item=${compose}&testcases=compose.base_selinux`),
  get('by several test cases', '/results?testcases=compose.plain,compose.base_services_start'),
  get('by test cases like a pattern', '/results?testcases:like=compose.base*,nothing'),
  get('by data like a pattern', '/results?item:like=Fedora-Server*&type:like=*'),
  get('by data like a pattern alone', '/results?item:like=Fedora-Server*'),
  get('by another item', '/results?item=nothing&testcases=compose.base_selinux'),
  get('by two values of a key, which hide the pages that follow', '/results?arch=x86_64,aarch64&limit=1'),
  get('by group', `/results?groups=${group}&limit=100&page=0&_sort=desc:submit_time`),
  get('by a group that is not there', '/results?groups=nothing'),
  get('by outcome', '/results?outcome=failed'),
  get('by an outcome that is not among those', '/results?outcome=GREEN'),
  get('the first page', '/results?limit=2&_sort=desc:submit_time'),
  get('the second page', '/results?limit=2&page=1&_sort=desc:submit_time'),
  get('the last page', '/results?limit=2&page=2'),
  get('a page after the last one', '/results?limit=2&page=9'),
  get('a page that is no number', '/results?page=one'),
  get('since a time', '/results?since=2026-11-24T06:00:01'),
  get('between two times', '/results?since=2026-11-24T05:59:59,2026-11-24T06:00:01'),
  get('since a time that is none', '/results?since=yesterday'),
  get('a path that is not there', '/nothing'),
]

function get(what: string, path: string): Question {
  return { what, method: 'GET', path }
}

function post(what: string, body: object): Question {
  return { what, method: 'POST', path: '/results', body: JSON.stringify(body), type: 'application/json' }
}
