import { runOnOpenQa } from '../real/run-on-openqa.ts'
import templates from './openqa/templates.json' with { type: 'json' }

process.exitCode = await runOnOpenQa({
  name: 'the openQA contract on a real server',
  tests: 'test/contract/openqa-real.test.ts',
  templates,
  workers: 0,
})
