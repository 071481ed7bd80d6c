import { vanishedPosts } from '../jobs/results/vanished.ts'
import type { NightFacts } from './facts.ts'
import type { ReportPosts, Unposted } from './report.ts'

/** The outcomes of a night's posts. */
export function postsOf({
  outcome,
  posts,
  jobs,
}: Pick<NightFacts, 'outcome' | 'posts' | 'jobs'>): ReportPosts {
  const refused = unposted(posts, 'refused')
  const unknown = unposted(posts, 'unknown')
  const partial = unposted(posts, 'partial')
  const vanished = outcome === 'tested' ? vanishedPosts(posts, jobs.latest) : []
  return {
    done: posts.length - refused.length - unknown.length,
    refused,
    unknown,
    partial,
    vanished: vanished.map(({ flavor, arch }) => ({
      flavor,
      arch,
      why: 'openQA made its tests, but they are gone',
    })),
  }
}

function unposted(posts: NightFacts['posts'], kind: 'refused' | 'unknown' | 'partial'): readonly Unposted[] {
  return posts.flatMap((post) =>
    post.kind === kind ? [{ flavor: post.flavor, arch: post.arch, why: post.why }] : [],
  )
}
