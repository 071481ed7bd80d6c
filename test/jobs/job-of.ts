import type { Job } from '../../jobs/results/job.ts'

/** A job that passed, but for what a test says of it. */
export function jobOf(what: Partial<Job> & Pick<Job, 'id'>): Job {
  return {
    distri: 'fedora',
    test: 'install_default',
    flavor: 'Server-dvd-iso',
    arch: 'x86_64',
    machine: '64bit',
    build: 'Fedora-Rawhide-20261124.n.0',
    state: 'done',
    result: 'passed',
    cloneId: null,
    blockedById: null,
    reason: '',
    marker: '',
    failedModules: [],
    startedAt: null,
    finishedAt: null,
    ...what,
  }
}
