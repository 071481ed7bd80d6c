import type { KeptPlan } from '../../jobs/plan/kept-plan.ts'
import type { Post } from '../../jobs/plan/post.ts'

/** A plan as a night keeps it, of which only the posts matter. */
export function keptPlan(compose: string, posts: readonly Post[]): KeptPlan {
  const url = `https://kojipkgs.example/compose/rawhide/${compose}`
  return { compose, url, label: null, version: 'Rawhide', posts, warnings: [], images: [], judged: null }
}
