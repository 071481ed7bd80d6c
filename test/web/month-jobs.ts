import type { Job } from '../../jobs/results/job.ts'
import { jobOf } from '../jobs/job-of.ts'
import { jobNumber, type MonthNight } from './month-nights.ts'

const suites = [
  ['install_default', 'Server-dvd-iso', 'x86_64', '64bit'],
  ['install_default', 'Server-dvd-iso', 'x86_64', 'uefi'],
  ['install_default', 'Server-dvd-iso', 'aarch64', 'aarch64'],
  ['base_selinux', 'Server-dvd-iso', 'x86_64', '64bit'],
  ['base_selinux', 'Server-dvd-iso', 'aarch64', 'aarch64'],
  ['base_services_start', 'Server-dvd-iso', 'x86_64', '64bit'],
  ['server_cockpit_default', 'Server-dvd-iso', 'x86_64', '64bit'],
  ['desktop_browser', 'Workstation-live-iso', 'x86_64', '64bit'],
  ['desktop_terminal', 'Workstation-live-iso', 'x86_64', '64bit'],
  ['desktop_update_graphical', 'KDE-live-iso', 'x86_64', '64bit'],
  ['desktop_printing', 'KDE-live-iso', 'x86_64', '64bit'],
  ['install_rescue_encrypted', 'universal', 'x86_64', '64bit'],
  ['install_kickstart_nfs', 'universal', 'x86_64', '64bit'],
  ['install_arabic_language', 'universal', 'x86_64', '64bit'],
  ['memory_check', 'universal', 'aarch64', 'aarch64'],
] as const

/** The tests of a night of the lab month. What fails, and since when, is a story of each stream. */
export function jobsOf(night: MonthNight, edition: 'first' | 'again'): readonly Job[] {
  const number = jobNumber(night, night.nth)
  const day = `${night.date}T08:30:00.000Z`
  return suites.map(([test, flavor, arch, machine], nth) =>
    jobOf({
      id: number + nth,
      test,
      flavor,
      arch,
      machine,
      startedAt: day,
      finishedAt: new Date(Date.parse(day) + (20 + nth) * 60_000).toISOString(),
      ...whatHappened(night, test, arch, edition),
    }),
  )
}

type Happened = Partial<Pick<Job, 'result' | 'failedModules' | 'reason'>>

const passed: Happened = {}

function whatHappened({ stream, nth }: MonthNight, test: string, arch: string, edition: string): Happened {
  if (test === 'install_arabic_language') return failedIn('_boot_to_anaconda')
  if (test === 'memory_check') return { result: nth % 3 === 0 ? 'softfailed' : 'passed' }
  if (stream !== 'rawhide') return test === 'desktop_printing' && nth > 20 ? failedIn('printing') : passed
  if (test === 'base_selinux' && arch === 'x86_64' && nth > 26) return failedIn('base_selinux')
  if (test === 'desktop_browser' && (nth === 12 || nth === 29)) return failedIn('browser')
  if (test === 'server_cockpit_default' && nth > 18 && nth < 24) return failedIn('cockpit')
  if (test === 'install_kickstart_nfs' && nth % 6 === 2)
    return { result: 'incomplete', reason: 'backend died: QEMU exited unexpectedly' }
  if (test === 'desktop_update_graphical' && nth === 26 && edition === 'first') return failedIn('update')
  return passed
}

function failedIn(module: string): Happened {
  return { result: 'failed', failedModules: [module] }
}
