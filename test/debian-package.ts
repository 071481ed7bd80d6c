import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Stages that run beside each other install one after the other: apt-get refuses a second one. */
const aptLock = join(tmpdir(), 'nightjar-apt.lock')

/** Installs a package of Debian where this is Debian and we are root. Whether it is installed now. */
export function installDebianPackage(name: string): boolean {
  if (process.getuid?.() !== 0 || !apt('update', '-qq')) return false
  return apt('install', '-y', '-qq', '--no-install-recommends', name)
}

function apt(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('flock', [aptLock, 'apt-get', ...args], { stdio: 'inherit', env }).status === 0
}
