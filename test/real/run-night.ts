import { nightTemplates } from './night-templates.ts'
import { runOnOpenQa } from './run-on-openqa.ts'

process.exitCode = await runOnOpenQa({
  name: 'a whole night on a real openQA with workers',
  tests: 'test/real/night.test.ts',
  templates: nightTemplates,
  workers: 4,
})
