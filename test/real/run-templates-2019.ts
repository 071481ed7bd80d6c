import { runOnOpenQa } from './run-on-openqa.ts'
import { templates2019 } from './templates-2019.ts'

const name = "plans of real composes on Fedora's openQA templates of 2019"

if (templates2019 === null) {
  console.log(`skipped: ${name} (../shared/data/openqa-templates-2019.json is not there)`)
} else {
  process.exitCode = await runOnOpenQa({
    name,
    tests: 'test/real/templates-2019.test.ts',
    templates: templates2019,
    workers: 0,
  })
}
