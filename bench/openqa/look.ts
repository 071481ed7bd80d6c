import { openQa } from '../../clients/openqa/openqa.ts'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import { parseJobs } from '../../jobs/results/parse-jobs.ts'
import { progressOf } from '../../jobs/results/progress.ts'
import { lookAt } from '../../jobs/results/settled.ts'
import { peakMemory } from '../peak-memory.ts'

// Looks at a build repeatedly, like a night. Arguments: <url> <build> <seconds>. Prints JSON: what it saw,
// the median milliseconds of a look, the megabytes before the first look and at the peak.
const [url = '', build = '', seconds = '1'] = process.argv.slice(2)
const client = openQa({ url })
const base = peakMemory() / 1e6

const times: number[] = []
let answer = ''
const end = performance.now() + Number(seconds) * 1000
do {
  const start = performance.now()
  const jobs = buildJobs(parseJobs(await client.jobsOfBuild(build)))
  const { pending } = lookAt(jobs)
  progressOf(jobs, new Date().toISOString())
  times.push(performance.now() - start)
  answer = `${pending} of ${jobs.latest.length} pending`
} while (performance.now() < end)

const ms = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
console.log(JSON.stringify({ answer, ms, base, peak: peakMemory() / 1e6 }))
