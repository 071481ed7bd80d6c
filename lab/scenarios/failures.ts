import type { LabScenario } from '../script.ts'
import { compose, night } from '../usual.ts'

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
  expects: { rawhide: 'failed', branched: 'passed' },
}
