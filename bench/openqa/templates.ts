import { locate } from '../../compose/expected/opened-compose.ts'
import { planPosts } from '../../jobs/plan/plan.ts'
import type { Post } from '../../jobs/plan/post.ts'
import { composesOf } from '../../lab/nightly.ts'
import { nightlyTemplates } from '../../lab/openqa/products/nightly.ts'
import type { TemplateSet } from '../../lab/openqa/products/templates.ts'
import type { LabScenario } from '../../lab/script.ts'

/** The arches of the measured night. */
export const arches = ['x86_64', 'aarch64']

/** The posts for a scenario's compose. */
export function postsOf(scenario: LabScenario, date: string): readonly Post[] {
  const [compose] = composesOf(scenario, date)
  if (compose === undefined) throw new Error('the scenario makes no compose')
  const location = `http://127.0.0.1/compose/rawhide/${compose.id}/compose`
  return planPosts({
    compose: compose.id,
    version: compose.version,
    location,
    images: locate(location, compose.images),
    label: null,
    arches,
    releases: { CURRREL: '43', RAWREL: '45', UP1REL: '43', UP2REL: '42' },
  })
}

/** The lab's templates for some posts, on enough machines for so many jobs. */
export function templatesFor(posts: readonly Post[], jobs: number): TemplateSet {
  const posted = new Set(posts.map(({ flavor, arch }) => `${flavor} ${arch}`))
  const { Machines, JobTemplates, ...same } = nightlyTemplates
  const own = JobTemplates.filter(({ product }) => posted.has(`${product.flavor} ${product.arch}`))
  const rounds = Array.from({ length: Math.ceil(jobs / own.length) }, (_, round) => round)
  return {
    ...same,
    Machines: rounds.flatMap((round) => Machines.map((each) => ({ ...each, name: named(each.name, round) }))),
    JobTemplates: rounds
      .flatMap((round) =>
        own.map((each) => ({ ...each, machine: { name: named(each.machine.name, round) } })),
      )
      .slice(0, jobs),
  }
}

function named(name: string, round: number): string {
  return round === 0 ? name : `${name}-${round}`
}
