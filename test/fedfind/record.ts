import { pythonWithFedfind } from '../../bench/fedfind.ts'
import { runProcess } from '../../bench/run-process.ts'
import { smallFedora } from '../cli/small-fedora.ts'
import { writeJson } from '../recorded/build/write.ts'
import { questions } from './answers.ts'
import { fingerprint } from './fingerprint.ts'
import { subjects } from './subjects.ts'
import { tree } from './tree.ts'

// Asks fedfind 6.1.4 about every subject, and writes its answers for the tests.
const python = await pythonWithFedfind()
if (python === null)
  throw new Error(
    'fedfind 6.1.4 cannot be installed here: that needs python3 with venv, and a package registry',
  )
await using fedora = await smallFedora(Object.fromEntries(tree))
const env = { HOME: fedora.folder, FEDFIND_NO_CACHE: '1' }
const { stdout, stderr } = await runProcess(
  python,
  ['test/fedfind/ask.py', fedora.server.url, JSON.stringify(subjects)],
  env,
)
const answers: unknown = JSON.parse(stdout || JSON.stringify(stderr))
writeJson('fedfind.json', {
  asked: fingerprint(),
  answers,
  requests: subjects.map((_, nth) => requestsOf(nth)),
})

/** How many requests each question about a subject took. */
function requestsOf(nth: number): Readonly<Record<string, number>> {
  const paths = fedora.asked()
  const counted = questions.map((question) => {
    const after = paths.slice(paths.indexOf(`/-/${question}/${nth}`) + 1)
    const end = after.findIndex((path) => path.startsWith('/-/'))
    return [question, end === -1 ? after.length : end] as const
  })
  return Object.fromEntries(counted)
}
