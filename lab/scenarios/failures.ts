import type { LabScenario } from '../script.ts'
import { compose, night } from '../usual.ts'

/** Two optional tests fail, of which one is fixed the next night. */
const dayBefore: LabScenario = {
  name: 'failures-before',
  title: 'two optional tests fail on Rawhide; Branched is good',
  branched: 44,
  nights: [
    night(
      'rawhide',
      compose({
        jobs: [
          { flavor: 'universal', test: 'install_btrfs', machine: '64bit', result: 'failed' },
          { flavor: 'universal', test: 'install_xfs', machine: '64bit', result: 'failed' },
        ],
      }),
    ),
    night('branched', compose({ later: 30 })),
  ],
  disturbances: [],
  expects: { rawhide: 'degraded', branched: 'passed' },
}

export const failures: LabScenario = {
  name: 'failures',
  title: 'Rawhide lacks an image and fails tests, Branched has a soft failure and a flaky test',
  branched: 44,
  nights: [
    night(
      'rawhide',
      compose({
        missing: ['KDE live x86_64'],
        jobs: [
          { flavor: 'Server-dvd-iso', test: 'base_services_start', result: 'failed' },
          { flavor: 'Workstation-live-iso', test: 'desktop_terminal', result: 'failed' },
          { flavor: 'universal', test: 'install_simple_encrypted', result: 'softfailed' },
          { flavor: 'universal', test: 'install_btrfs', machine: '64bit', result: 'failed' },
        ],
      }),
    ),
    night(
      'branched',
      compose({
        later: 30,
        jobs: [
          { flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'softfailed' },
          { flavor: 'Server-dvd-iso', test: 'install_default', result: 'incomplete', passesOnRetry: true },
        ],
      }),
    ),
  ],
  disturbances: [],
  dayBefore,
  expects: { rawhide: 'broken', branched: 'passed' },
}
