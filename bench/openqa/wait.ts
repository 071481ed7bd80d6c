import { openQa } from '../../clients/openqa/openqa.ts'
import { startLabOpenQa } from '../../lab/openqa/server.ts'
import { watchBuilds } from '../../sources/openqa/build-watch.ts'
import { startRelay } from '../relay.ts'
import { date, scenario } from './scenario.ts'
import { postsOf, templatesFor } from './templates.ts'

/** What a whole wait for the jobs of a build asked of openQA. */
export interface WaitCost {
  readonly looks: number
  readonly requests: number
  readonly bytes: number
}

/** A wait that asks for what changed, and one whose looks each ask for all jobs. */
export interface WaitCosts {
  readonly nightjar: WaitCost
  readonly whole: WaitCost
}

const key = { key: '1AB0FEDCA9876543', secret: '0123456789ABCDEF' }
const lookMinutes = 2

/** Waits for so many jobs with a look every two minutes of a clock that stands between the looks. */
export async function weighWait(jobs: number): Promise<WaitCosts> {
  let minute = 0
  const posts = postsOf(scenario, date)
  const lab = await startLabOpenQa({
    clock: { now: () => minute, realMs: (minutes) => minutes * 60_000 },
    ...key,
    jobMinutes: 25,
    templates: templatesFor(posts, jobs),
    outcomes: () => scenario.nights[0]?.composes[0]?.jobs ?? [],
  })
  const poster = openQa({ url: lab.url, ...key })
  for (const { settings } of posts) await poster.post(settings)
  const build = posts[0]?.settings['BUILD'] ?? ''
  const short = await startRelay(lab.url, 'asking always')
  const whole = await startRelay(lab.url, 'asking always')
  const [own, other] = [openQa({ url: short.url }), openQa({ url: whole.url })]
  const watch = watchBuilds({ now: () => minute * 60_000 })
  let looks = 0
  for (let pending = 1; pending > 0; minute += lookMinutes) {
    looks++
    await watch.jobs(own, build, 'all once ended')
    await other.jobsOfBuild(build)
    pending = lab.jobs().filter(({ state }) => state !== 'done' && state !== 'cancelled').length
  }
  await Promise.all([short.close(), whole.close(), lab.close()])
  return { nightjar: { looks, ...short.counts }, whole: { looks, ...whole.counts } }
}
