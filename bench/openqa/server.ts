import { openQa } from '../../clients/openqa/openqa.ts'
import { startLabOpenQa } from '../../lab/openqa/server.ts'
import { date, scenario } from './scenario.ts'
import { postsOf, templatesFor } from './templates.ts'
import { startRelay } from '../relay.ts'

// The lab's openQA in the middle of a build with <argument> jobs, behind a relay that caches its answers: to
// write one takes longer than to read it. Prints the URL and the build.
const jobs = Number(process.argv[2])
const posts = postsOf(scenario, date)
const key = { key: '1AB0FEDCA9876543', secret: '0123456789ABCDEF' }
let minute = 0
const lab = await startLabOpenQa({
  clock: { now: () => minute, realMs: (minutes) => minutes * 60_000 },
  ...key,
  templates: templatesFor(posts, jobs),
  outcomes: () => scenario.nights[0]?.composes[0]?.jobs ?? [],
})
const client = openQa({ url: lab.url, ...key })
for (const { settings } of posts) await client.post(settings)
// Sixty workers take half an hour for a job: half of the jobs are done.
minute = jobs / 4
const relay = await startRelay(lab.url, 'keeping answers')
console.log(JSON.stringify({ url: relay.url, build: posts[0]?.settings['BUILD'] }))
