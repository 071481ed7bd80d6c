import type { Job } from './job.ts'

/** The jobs as a person calls them: `install_default_upload (Server-dvd-iso x86_64)`. */
export function testNames(jobs: readonly Job[]): readonly string[] {
  return jobs.map(({ test, flavor, arch }) => `${test} (${flavor} ${arch})`)
}
