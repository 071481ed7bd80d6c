import { templates2019 } from '../recorded/templates-2019.ts'
import { runOnOpenQa } from './run-on-openqa.ts'

process.exitCode = await runOnOpenQa({
  name: "plans of real composes on Fedora's openQA templates of 2019",
  tests: 'test/real/templates-2019.test.ts',
  templates: templates2019,
  workers: 0,
})
