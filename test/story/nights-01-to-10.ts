import { composeOn, type StoryNight } from './story.ts'
import { cockpit, raid, textInstall } from './tests.ts'

const firstBug = 'https://bugzilla.redhat.com/show_bug.cgi?id=2410001'
const secondBug = 'https://bugzilla.redhat.com/show_bug.cgi?id=2410002'

/** A first night, then a regression of an optional test: new, still there, known, and in another module. */
export const nights01To10: readonly StoryNight[] = [
  {
    date: '2031-03-01',
    happens: 'The first night: software RAID fails, and there is no past to compare with.',
    outcome: 'tested',
    jobs: { [raid]: { result: 'failed' } },
    expected: {
      verdict: 'degraded',
      subject: '[Rawhide] 20310301.n.0 DEGRADED: 1 failed',
      firstLine: 'Rawhide is DEGRADED: 1 test failed; all 6 required tests passed.',
      classes: { [raid]: 'failed' },
      since: { [raid]: composeOn('2031-03-01') },
      nights: { [raid]: 1 },
    },
  },
  {
    date: '2031-03-02',
    happens: 'Software RAID fails again, and has never passed.',
    outcome: 'tested',
    jobs: { [raid]: { result: 'failed' } },
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310302.n.0 PASSED: 1 never passed',
      firstLine:
        'Rawhide is not broken: 15 of 16 tests passed, nothing failed anew; all 6 required tests passed.',
      classes: { [raid]: 'never-passed' },
      since: { [raid]: composeOn('2031-03-01') },
      nights: { [raid]: 2 },
    },
  },
  {
    date: '2031-03-03',
    happens: 'Nothing changes.',
    outcome: 'tested',
    jobs: { [raid]: { result: 'failed' } },
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310303.n.0 PASSED: 1 never passed',
      firstLine:
        'Rawhide is not broken: 15 of 16 tests passed, nothing failed anew; all 6 required tests passed.',
      classes: { [raid]: 'never-passed' },
      since: { [raid]: composeOn('2031-03-01') },
      nights: { [raid]: 3 },
    },
  },
  {
    date: '2031-03-04',
    happens: 'Cockpit, an optional test, fails for the first time, and fails again when it is restarted.',
    outcome: 'tested',
    jobs: { [raid]: { result: 'failed' }, [cockpit]: { result: 'failed' } },
    expected: {
      verdict: 'degraded',
      subject: '[Rawhide] 20310304.n.0 DEGRADED: 1 new failure (server), 1 never passed',
      firstLine: 'Rawhide is DEGRADED: 1 new failure (server); all 6 required tests passed.',
      classes: { [raid]: 'never-passed', [cockpit]: 'new' },
      since: { [raid]: composeOn('2031-03-01'), [cockpit]: composeOn('2031-03-04') },
      nights: { [raid]: 4, [cockpit]: 1 },
    },
  },
  {
    date: '2031-03-05',
    happens: 'Cockpit fails in the same module as the night before.',
    outcome: 'tested',
    jobs: { [raid]: { result: 'failed' }, [cockpit]: { result: 'failed' } },
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310305.n.0 PASSED: 1 still failing, 1 never passed',
      firstLine:
        'Rawhide is not broken: 14 of 16 tests passed, nothing failed anew; all 6 required tests passed.',
      classes: { [raid]: 'never-passed', [cockpit]: 'still' },
      since: { [raid]: composeOn('2031-03-01'), [cockpit]: composeOn('2031-03-04') },
      nights: { [raid]: 5, [cockpit]: 2 },
    },
  },
  {
    date: '2031-03-06',
    happens: 'Somebody reports the failure of Cockpit as a bug.',
    outcome: 'tested',
    jobs: { [raid]: { result: 'failed' }, [cockpit]: { result: 'failed', bug: firstBug } },
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310306.n.0 PASSED: 1 known, 1 never passed',
      firstLine:
        'Rawhide is not broken: 14 of 16 tests passed, nothing failed anew; all 6 required tests passed.',
      classes: { [raid]: 'never-passed', [cockpit]: 'known' },
      since: { [raid]: composeOn('2031-03-01'), [cockpit]: composeOn('2031-03-04') },
      nights: { [raid]: 6, [cockpit]: 3 },
    },
  },
  {
    date: '2031-03-07',
    happens: 'The text installer fails, and passes when it is restarted.',
    outcome: 'tested',
    jobs: {
      [raid]: { result: 'failed' },
      [cockpit]: { result: 'failed', bug: firstBug },
      [textInstall]: { result: 'failed', passesOnRestart: true },
    },
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310307.n.0 PASSED: 1 known, 1 never passed, 1 flaky',
      firstLine:
        'Rawhide is not broken: 14 of 16 tests passed, nothing failed anew; all 6 required tests passed.',
      classes: { [raid]: 'never-passed', [cockpit]: 'known', [textInstall]: 'flaky' },
      since: { [raid]: composeOn('2031-03-01'), [cockpit]: composeOn('2031-03-04') },
      nights: { [raid]: 7, [cockpit]: 4 },
    },
  },
  {
    date: '2031-03-08',
    happens: 'Cockpit fails in another module, so its job has no bug reference.',
    outcome: 'tested',
    jobs: {
      [raid]: { result: 'failed' },
      [cockpit]: { result: 'failed', modules: ['server_cockpit_login'] },
    },
    expected: {
      verdict: 'degraded',
      subject: '[Rawhide] 20310308.n.0 DEGRADED: 1 new failure (server), 1 never passed',
      firstLine: 'Rawhide is DEGRADED: 1 new failure (server); all 6 required tests passed.',
      classes: { [raid]: 'never-passed', [cockpit]: 'new' },
      since: { [raid]: composeOn('2031-03-01'), [cockpit]: composeOn('2031-03-08') },
      nights: { [raid]: 8, [cockpit]: 1 },
    },
  },
  {
    date: '2031-03-09',
    happens: 'Cockpit fails as the night before; software RAID fails in another module.',
    outcome: 'tested',
    jobs: {
      [raid]: { result: 'failed', modules: ['disk_custom_software_raid'] },
      [cockpit]: { result: 'failed', modules: ['server_cockpit_login'] },
    },
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310309.n.0 PASSED: 1 still failing, 1 never passed',
      firstLine:
        'Rawhide is not broken: 14 of 16 tests passed, nothing failed anew; all 6 required tests passed.',
      classes: { [raid]: 'never-passed', [cockpit]: 'still' },
      since: { [raid]: composeOn('2031-03-09'), [cockpit]: composeOn('2031-03-08') },
      nights: { [raid]: 1, [cockpit]: 2 },
    },
  },
  {
    date: '2031-03-10',
    happens: 'Somebody reports the second failure of Cockpit as a bug of its own.',
    outcome: 'tested',
    jobs: {
      [raid]: { result: 'failed', modules: ['disk_custom_software_raid'] },
      [cockpit]: { result: 'failed', modules: ['server_cockpit_login'], bug: secondBug },
    },
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310310.n.0 PASSED: 1 known, 1 never passed',
      firstLine:
        'Rawhide is not broken: 14 of 16 tests passed, nothing failed anew; all 6 required tests passed.',
      classes: { [raid]: 'never-passed', [cockpit]: 'known' },
      since: { [raid]: composeOn('2031-03-09'), [cockpit]: composeOn('2031-03-08') },
      nights: { [raid]: 2, [cockpit]: 3 },
    },
  },
]
