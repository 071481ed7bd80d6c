import { composeOn, type StoryNight } from './story.ts'
import {
  browser,
  european,
  iscsi,
  kdeBackground,
  kdeInstall,
  kdeUpdate,
  printing,
  terminal,
  textInstall,
  upgrade,
  workstationInstall,
} from './tests.ts'

const iscsiBug = 'https://bugzilla.redhat.com/show_bug.cgi?id=2410004'

/** A soft failure, an image that comes back, jobs that break off, and skipped children of a failed test. */
export const nights21To30: readonly StoryNight[] = [
  {
    date: '2031-03-21',
    happens: 'Games is missing again, printing fails softly, and the text installer is flaky.',
    outcome: 'tested',
    missing: ['Games live x86_64'],
    jobs: {
      [iscsi]: { result: 'failed' },
      [printing]: { result: 'softfailed' },
      [textInstall]: { result: 'failed', passesOnRestart: true },
    },
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310321.n.0 PASSED: 1 image missing, 1 never passed, 1 flaky',
      firstLine:
        'Rawhide is not broken: 16 of 17 tests passed, nothing failed anew; all 6 required tests passed.',
      classes: { [iscsi]: 'never-passed', [printing]: 'soft', [textInstall]: 'flaky' },
      since: { [iscsi]: composeOn('2031-03-18') },
      nights: { [iscsi]: 3 },
      newSoft: [printing],
    },
  },
  {
    date: '2031-03-22',
    happens: 'Games is back; the required image of KDE is missing, and its three tests have no job.',
    outcome: 'tested',
    missing: ['KDE live x86_64'],
    jobs: { [iscsi]: { result: 'failed' }, [printing]: { result: 'softfailed' } },
    expected: {
      verdict: 'broken',
      subject: '[Rawhide] 20310322.n.0 BROKEN: 1 image missing, 1 never passed, 3 not run',
      firstLine:
        'Rawhide is BROKEN: the required image KDE live x86_64 is missing; 5 of 6 required tests passed.',
      classes: {
        [iscsi]: 'never-passed',
        [printing]: 'soft',
        [kdeInstall]: 'not-run',
        [kdeBackground]: 'not-run',
        [kdeUpdate]: 'not-run',
      },
      since: { [iscsi]: composeOn('2031-03-18') },
      nights: { [iscsi]: 4 },
    },
  },
  {
    date: '2031-03-23',
    happens: 'KDE is still missing, the browser fails, and a language is no longer scheduled.',
    outcome: 'tested',
    missing: ['KDE live x86_64'],
    jobs: { [iscsi]: { result: 'failed' }, [browser]: { result: 'failed' } },
    expected: {
      verdict: 'broken',
      // Two parts more, `1 never passed` and `4 not run`, do not fit.
      subject: '[Rawhide] 20310323.n.0 BROKEN: 1 new failure (desktop), 1 image missing',
      firstLine:
        'Rawhide is BROKEN: the required image KDE live x86_64 is missing and the required test ' +
        'desktop_browser (Workstation-live-iso x86_64) failed; 4 of 6 required tests passed.',
      classes: {
        [iscsi]: 'never-passed',
        [browser]: 'new',
        [kdeInstall]: 'not-run',
        [kdeBackground]: 'not-run',
        [kdeUpdate]: 'not-run',
        [european]: 'not-run',
      },
      since: { [iscsi]: composeOn('2031-03-18'), [browser]: composeOn('2031-03-23') },
      nights: { [iscsi]: 5, [browser]: 1 },
    },
  },
  {
    date: '2031-03-24',
    happens: 'KDE is back, the browser is fixed; the job of the terminal, a required test, breaks off twice.',
    outcome: 'tested',
    jobs: { [iscsi]: { result: 'failed' }, [terminal]: { result: 'incomplete' } },
    expected: {
      verdict: 'degraded',
      subject: '[Rawhide] 20310324.n.0 DEGRADED: 1 never passed, 1 fixed, 1 not run',
      firstLine: 'Rawhide is DEGRADED: 1 required test did not run; 5 of 6 required tests passed.',
      classes: { [iscsi]: 'never-passed', [browser]: 'fixed', [terminal]: 'not-run' },
      since: { [iscsi]: composeOn('2031-03-18') },
      nights: { [iscsi]: 6 },
    },
  },
  {
    date: '2031-03-25',
    happens: 'The job of an upgrade breaks off, and so does its restart; iSCSI gets a bug reference.',
    outcome: 'tested',
    jobs: { [iscsi]: { result: 'failed', bug: iscsiBug }, [upgrade]: { result: 'incomplete' } },
    expected: {
      verdict: 'degraded',
      subject: '[Rawhide] 20310325.n.0 DEGRADED: 1 known, 1 not run',
      firstLine: 'Rawhide is DEGRADED: 1 of 16 tests did not run; all 6 required tests passed.',
      classes: { [iscsi]: 'known', [upgrade]: 'not-run' },
      since: { [iscsi]: composeOn('2031-03-18') },
      nights: { [iscsi]: 7 },
    },
  },
  {
    date: '2031-03-26',
    happens: 'The upgrade breaks off again; it did not run in the baseline.',
    outcome: 'tested',
    jobs: { [iscsi]: { result: 'failed', bug: iscsiBug }, [upgrade]: { result: 'incomplete' } },
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310326.n.0 PASSED: 1 known, 1 not run',
      firstLine:
        'Rawhide is not broken: 14 of 16 tests passed, nothing failed anew; all 6 required tests passed.',
      classes: { [iscsi]: 'known', [upgrade]: 'not-run' },
      since: { [iscsi]: composeOn('2031-03-18') },
      nights: { [iscsi]: 8 },
    },
  },
  {
    date: '2031-03-27',
    happens: 'The upgrade runs again and passes; iSCSI passes for the first time.',
    outcome: 'tested',
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310327.n.0 PASSED: 1 fixed',
      firstLine: 'Rawhide is not broken: all 16 tests passed; all 6 required tests passed.',
      classes: { [iscsi]: 'fixed' },
    },
  },
  {
    date: '2031-03-28',
    happens: 'Workstation cannot be installed, so the three tests that start after it are skipped.',
    outcome: 'tested',
    jobs: { [workstationInstall]: { result: 'failed' } },
    expected: {
      verdict: 'broken',
      subject: '[Rawhide] 20310328.n.0 BROKEN: 1 new failure (installer), 3 not run',
      firstLine:
        'Rawhide is BROKEN: the required test install_default_upload (Workstation-live-iso x86_64) failed; ' +
        '3 of 6 required tests passed.',
      classes: {
        [workstationInstall]: 'new',
        [terminal]: 'not-run',
        [browser]: 'not-run',
        [printing]: 'not-run',
      },
      since: { [workstationInstall]: composeOn('2031-03-28') },
      nights: { [workstationInstall]: 1 },
    },
  },
  {
    date: '2031-03-29',
    happens: 'Workstation can be installed again; the text installer is flaky for the third time.',
    outcome: 'tested',
    jobs: { [textInstall]: { result: 'failed', passesOnRestart: true } },
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310329.n.0 PASSED: 1 fixed, 1 flaky',
      firstLine: 'Rawhide is not broken: all 16 tests passed; all 6 required tests passed.',
      classes: { [workstationInstall]: 'fixed', [textInstall]: 'flaky' },
    },
  },
  {
    date: '2031-03-30',
    happens: 'Everything passes at its first try.',
    outcome: 'tested',
    expected: {
      verdict: 'passed',
      subject: '[Rawhide] 20310330.n.0 PASSED: all 16 tests passed',
      firstLine: 'Rawhide is not broken: all 16 tests passed; all 6 required tests passed.',
      classes: {},
    },
  },
]
