import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { installPackages } from '../contract/python-packages.ts'
import { installDebianPackage } from '../debian-package.ts'
import { haveBroker } from './bus/broker.ts'

/** Fedora's own library, as the other side. */
const library = 'fedora-messaging==3.9.1'
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = `${root}.tools/${library.replace('==', '-')}`

const hasBroker = haveBroker || installDebianPackage('rabbitmq-server')
if (hasBroker && (await installPackages(folder, [library]))) {
  const vitest = `${root}node_modules/vitest/vitest.mjs`
  const env = { ...process.env, NIGHTJAR_FEDORA_MESSAGING: folder }
  const tests = ['run', '--root', root, 'test/real/bus']
  process.exitCode = spawnSync(process.execPath, [vitest, ...tests], { stdio: 'inherit', env }).status ?? 1
} else {
  console.log(`skipped: messages on a real RabbitMQ (root can install it on Debian, and pip ${library})`)
}
