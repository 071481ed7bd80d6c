import { buildJobs } from '../../jobs/results/build-jobs.ts'
import type { NightFacts } from '../../report/facts.ts'
import { jobOf } from '../jobs/job-of.ts'
import { green } from './green-night.ts'

/** Failures of every kind, and a missing image that Koji explains. */
export const failed: NightFacts = {
  ...green,
  jobs: buildJobs([
    ...green.jobs.every,
    jobOf({
      id: 3401,
      test: 'install_default_upload',
      result: 'failed',
      failedModules: ['_boot_to_anaconda', 'anaconda_main_hub'],
    }),
    ...[
      'base_selinux',
      'base_services_start',
      'server_cockpit_basic',
      'server_role_deploy_domain_controller',
    ].map((test, nth) => jobOf({ id: 3402 + nth, test, state: 'cancelled', result: 'skipped' })),
    jobOf({
      id: 3410,
      test: 'desktop_update_graphical',
      flavor: 'KDE-live-iso',
      machine: 'uefi',
      result: 'failed',
      failedModules: ['desktop_update_graphical'],
    }),
    jobOf({
      id: 3411,
      test: 'install_arabic_language',
      flavor: 'universal',
      result: 'incomplete',
      reason: 'asset failure: Cannot find ISO asset iso/boot.iso!',
    }),
    jobOf({
      id: 3412,
      test: 'desktop_browser',
      flavor: 'Workstation-live-iso',
      result: 'failed',
      cloneId: 3413,
    }),
    jobOf({ id: 3413, test: 'desktop_browser', flavor: 'Workstation-live-iso' }),
    jobOf({ id: 3414, test: 'desktop_terminal', flavor: 'Workstation-live-iso', result: 'softfailed' }),
  ]),
  bugs: { '3410': ['brc#2345678'] },
  why: '219 of 219 jobs have ended',
  images: {
    expected: 10,
    missing: [
      {
        subvariant: 'KDE',
        type: 'live',
        arch: 'x86_64',
        blocking: true,
        why: 'the second of the two desktops that block',
        koji: {
          task: 123456789,
          method: 'createLiveMedia',
          url: 'https://koji.fedoraproject.org/koji/taskinfo?taskID=123456789',
          state: 'FAILED',
          fault:
            'GenericError: Image build failed, see root.log for more information: package kf6-kio-core-6.99.0-1.fc45.x86_64 requires libKF6Foo.so.6()(64bit), but none of the providers can be installed',
        },
      },
    ],
  },
}
