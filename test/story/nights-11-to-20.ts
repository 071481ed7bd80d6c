import { composeOn, type StoryNight } from './story.ts'
import { btrfs, cockpit, iscsi, kdeBackground, raid, selinux } from './tests.ts'

const raidModules = ['disk_custom_software_raid']
const selinuxBug = 'https://bugzilla.redhat.com/show_bug.cgi?id=2410003'

/** Failures that last across nights without a compose, a required test that fails, and a lagging mirror. */
export const nights11To20: readonly StoryNight[] = [
  {
    date: '2031-03-11',
    happens: 'Cockpit is fixed; Btrfs and the background of KDE fail for the first time.',
    outcome: 'tested',
    jobs: {
      [raid]: { result: 'failed', modules: raidModules },
      [btrfs]: { result: 'failed' },
      [kdeBackground]: { result: 'failed' },
    },
    expected: {
      verdict: 'degraded',
      // Two parts more, `1 never passed` and `1 fixed`, do not fit.
      subject: '[Rawhide] 20310311.n.0 DEGRADED: 2 new failures (desktop, installer)',
      firstLine: 'Rawhide is DEGRADED: 2 new failures (desktop, installer); all 6 required tests passed.',
      classes: { [raid]: 'never-passed', [btrfs]: 'new', [kdeBackground]: 'new', [cockpit]: 'fixed' },
      since: {
        [raid]: composeOn('2031-03-09'),
        [btrfs]: composeOn('2031-03-11'),
        [kdeBackground]: composeOn('2031-03-11'),
      },
      nights: { [raid]: 3, [btrfs]: 1, [kdeBackground]: 1 },
    },
  },
  {
    date: '2031-03-12',
    happens: 'There is no compose.',
    outcome: 'absent',
    expected: {
      verdict: 'absent',
      subject: '[Rawhide] 2031-03-12 ABSENT: no compose',
      firstLine:
        'There is no Rawhide compose of 2031-03-12; the last good one is Fedora-Rawhide-20310310.n.0.',
      classes: {},
    },
  },
  {
    date: '2031-03-13',
    happens: 'There is no compose again.',
    outcome: 'absent',
    expected: {
      verdict: 'absent',
      subject: '[Rawhide] 2031-03-13 ABSENT: no compose, 2nd night in a row',
      firstLine:
        'There is no Rawhide compose of 2031-03-13, for the 2nd night in a row; the last good one is ' +
        'Fedora-Rawhide-20310310.n.0.',
      classes: {},
    },
  },
  {
    date: '2031-03-14',
    happens: 'There is a compose again, and it fails where the last one did.',
    outcome: 'tested',
    jobs: {
      [raid]: { result: 'failed', modules: raidModules },
      [btrfs]: { result: 'failed' },
      [kdeBackground]: { result: 'failed' },
    },
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310314.n.0 PASSED: 2 still failing, 1 never passed',
      firstLine:
        'Rawhide is not broken: 13 of 16 tests passed, nothing failed anew; all 6 required tests passed.',
      classes: { [raid]: 'never-passed', [btrfs]: 'still', [kdeBackground]: 'still' },
      since: {
        [raid]: composeOn('2031-03-09'),
        [btrfs]: composeOn('2031-03-11'),
        [kdeBackground]: composeOn('2031-03-11'),
      },
      nights: { [raid]: 4, [btrfs]: 2, [kdeBackground]: 2 },
    },
  },
  {
    date: '2031-03-15',
    happens: 'All three failures are fixed; software RAID passes for the first time.',
    outcome: 'tested',
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310315.n.0 PASSED: 3 fixed',
      firstLine: 'Rawhide is not broken: all 16 tests passed; all 6 required tests passed.',
      classes: { [raid]: 'fixed', [btrfs]: 'fixed', [kdeBackground]: 'fixed' },
    },
  },
  {
    date: '2031-03-16',
    happens: 'SELinux, a required test, fails for the first time.',
    outcome: 'tested',
    jobs: { [selinux]: { result: 'failed' } },
    expected: {
      verdict: 'broken',
      subject: '[Rawhide] 20310316.n.0 BROKEN: 1 new failure (base)',
      firstLine:
        'Rawhide is BROKEN: the required test base_selinux (Server-dvd-iso x86_64) failed; ' +
        '5 of 6 required tests passed.',
      classes: { [selinux]: 'new' },
      since: { [selinux]: composeOn('2031-03-16') },
      nights: { [selinux]: 1 },
    },
  },
  {
    date: '2031-03-17',
    happens: 'SELinux fails with a bug reference, and is required all the same.',
    outcome: 'tested',
    jobs: { [selinux]: { result: 'failed', bug: selinuxBug } },
    expected: {
      verdict: 'broken',
      subject: '[Rawhide] 20310317.n.0 BROKEN: 1 known',
      firstLine:
        'Rawhide is BROKEN: the required test base_selinux (Server-dvd-iso x86_64) failed; ' +
        '5 of 6 required tests passed.',
      classes: { [selinux]: 'known' },
      since: { [selinux]: composeOn('2031-03-16') },
      nights: { [selinux]: 2 },
    },
  },
  {
    date: '2031-03-18',
    happens: 'SELinux is fixed; the test of iSCSI is there for the first time, and fails.',
    outcome: 'tested',
    jobs: { [iscsi]: { result: 'failed' } },
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310318.n.0 PASSED: 1 never passed, 1 fixed',
      firstLine:
        'Rawhide is not broken: 16 of 17 tests passed, nothing failed anew; all 6 required tests passed.',
      classes: { [iscsi]: 'never-passed', [selinux]: 'fixed' },
      since: { [iscsi]: composeOn('2031-03-18') },
      nights: { [iscsi]: 1 },
    },
  },
  {
    date: '2031-03-19',
    happens: 'The mirror does not have all of the compose at the deadline.',
    outcome: 'lagging',
    expected: {
      verdict: 'unfinished',
      subject: '[Rawhide] 20310319.n.0 UNFINISHED: the mirror does not have all of it',
      firstLine: 'Rawhide was not tested: the mirror does not have all of Fedora-Rawhide-20310319.n.0.',
      classes: {},
    },
  },
  {
    date: '2031-03-20',
    happens: 'The image of Games is missing; nobody expects it, but it was there every night.',
    outcome: 'tested',
    missing: ['Games live x86_64'],
    jobs: { [iscsi]: { result: 'failed' } },
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310320.n.0 PASSED: 1 image missing, 1 never passed',
      firstLine:
        'Rawhide is not broken: 16 of 17 tests passed, nothing failed anew; all 6 required tests passed.',
      classes: { [iscsi]: 'never-passed' },
      since: { [iscsi]: composeOn('2031-03-18') },
      nights: { [iscsi]: 2 },
    },
  },
]
