import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checks, type Check } from './checks.ts'
import { imageChecks } from './image.ts'

/** Says what came of one check, and counts it. */
async function outcome({ name, missing, check }: Check): Promise<'passed' | 'failed' | 'skipped'> {
  const lacks = missing()
  if (lacks !== null) {
    console.log(`skipped: ${name} (${lacks} is not here)`)
    return 'skipped'
  }
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-deploy-'))
  const mistake = check(folder.path)
  console.log(mistake === null ? `passed: ${name}` : `FAIL ${name}\n${mistake}`)
  return mistake === null ? 'passed' : 'failed'
}

const counts = { passed: 0, failed: 0, skipped: 0 }
for (const each of [...checks, ...imageChecks]) counts[await outcome(each)] += 1
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = counts.failed === 0 ? 0 : 1
