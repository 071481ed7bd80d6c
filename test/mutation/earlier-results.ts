import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const report = z.looseObject({
  files: z.record(z.string(), z.looseObject({ mutants: z.array(z.looseObject({ status: z.string() })) })),
})

/**
 * Forgets what earlier runs found to live, so that it is tried again: Stryker does not see that a new test
 * covers a
 * table at the top of a file, and would repeat the old result.
 */
export function forgetSurvivors(file: string): void {
  if (!existsSync(file)) return
  const kept = report.parse(JSON.parse(readFileSync(file, 'utf8')))
  for (const each of Object.values(kept.files)) {
    each.mutants = each.mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout')
  }
  writeFileSync(file, JSON.stringify(kept))
}
