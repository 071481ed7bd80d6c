import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPackages } from '../contract/python-packages.ts'
import { installDebianPackage } from '../debian-package.ts'
import { haveBroker } from './bus/broker.ts'

/** Fedora's own library, as the other side. */
const library = 'fedora-messaging==3.9.1'
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = `${root}.tools/${library.replace('==', '-')}`
const temporary = await mkdtemp(join(tmpdir(), 'nightjar-bus-'))

/** Installs the schema of our messages as their consumers do, each time anew: it may have changed. */
async function installOurs(): Promise<string | null> {
  const source = join(temporary, 'source')
  // pip leaves what it builds where it lies.
  await cp(join(root, 'deploy/fedora-messages'), source, { recursive: true })
  const target = join(temporary, 'installed')
  return (await installPackages(target, ['--no-deps', source])) ? target : null
}

try {
  const hasBroker = haveBroker || installDebianPackage('rabbitmq-server')
  const ours = hasBroker && (await installPackages(folder, [library])) ? await installOurs() : null
  if (ours === null) {
    console.log(`skipped: messages on a real RabbitMQ (root can install it on Debian, and pip ${library})`)
  } else {
    const vitest = `${root}node_modules/vitest/vitest.mjs`
    const env = { ...process.env, NIGHTJAR_FEDORA_MESSAGING: `${folder}:${ours}` }
    const tests = ['run', '--root', root, 'test/real/bus']
    process.exitCode = spawnSync(process.execPath, [vitest, ...tests], { stdio: 'inherit', env }).status ?? 1
  }
} finally {
  await rm(temporary, { recursive: true, force: true })
}
