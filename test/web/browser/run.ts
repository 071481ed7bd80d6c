import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { installDebianPackage } from '../../debian-package.ts'
import { chromium } from './chromium.ts'

if (existsSync(chromium) || installDebianPackage('chromium')) {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--mode', 'browser', ...process.argv.slice(2)]
  process.exitCode = spawnSync(process.execPath, vitest, { stdio: 'inherit' }).status ?? 1
} else console.log(`skipped: the pages in a browser (there is no ${chromium}; root can install it on Debian)`)
