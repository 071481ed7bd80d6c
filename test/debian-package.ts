import { spawnSync } from 'node:child_process'

/** Installs a package of Debian where this is Debian and we are root. Whether it is installed now. */
export function installDebianPackage(name: string): boolean {
  if (process.getuid?.() !== 0 || !apt('update', '-qq')) return false
  return apt('install', '-y', '-qq', '--no-install-recommends', name)
}

function apt(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0
}
