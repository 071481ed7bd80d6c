import { nightTemplates } from './night-templates.ts'
import { runOnOpenQa } from './run-on-openqa.ts'

process.exitCode = await runOnOpenQa({
  name: 'whole nights on a real openQA with workers',
  // Also `night-again.test.ts` and `night-beside.test.ts`.
  tests: 'test/real/night',
  templates: nightTemplates,
  workers: 4,
})
