import { classCounts } from '../class-counts.ts'
import type { Report, ReportImages, ReportPosts } from '../report.ts'
import type { RuleScope } from './mail-rule.ts'

/** What a rule may see of a report. */
export type SeenReport = Pick<
  Report,
  'verdict' | 'comparison' | 'tests' | 'images' | 'posts' | 'attention' | 'amends'
>

/** Whether a rule looks at a part only. */
export function isNarrow({ arches, subvariants }: RuleScope): boolean {
  return arches !== null || subvariants !== null
}

/**
 * A report with only the tests, images and posts of some arches and subvariants. The subvariant of a test is
 * the first part of its flavor.
 */
export function within(report: SeenReport, scope: RuleScope): SeenReport {
  if (!isNarrow(scope)) return report
  const { tests, images, posts } = report
  const list = tests.list.filter(({ flavor, arch }) => isSeen(scope, flavor.split('-')[0] ?? '', arch))
  return {
    ...report,
    tests: { ...tests, list, counts: classCounts(list), byArch: [] },
    images: images && imagesWithin(images, scope),
    posts: postsWithin(posts, scope),
    attention: [],
  }
}

function imagesWithin(images: ReportImages, scope: RuleScope): ReportImages {
  const { missing, changes } = images
  // `KDE live x86_64`, or `Cloud_Base docker x86_64 is now container`.
  const named = (name: string) => {
    const [subvariant = '', , arch = ''] = name.split(' ')
    return isSeen(scope, subvariant, arch)
  }
  return {
    ...images,
    missing: missing.filter(({ subvariant, arch }) => isSeen(scope, subvariant, arch)),
    changes: changes && {
      ...changes,
      added: changes.added.filter(named),
      gone: changes.gone.filter(named),
      renamed: changes.renamed.filter(named),
    },
  }
}

function postsWithin(posts: ReportPosts, scope: RuleScope): ReportPosts {
  const seen = (list: ReportPosts['refused']) =>
    list.filter(({ flavor, arch }) => isSeen(scope, flavor.split('-')[0] ?? '', arch))
  const { refused, unknown, partial, vanished } = posts
  return {
    ...posts,
    refused: seen(refused),
    unknown: seen(unknown),
    partial: seen(partial),
    vanished: seen(vanished),
  }
}

function isSeen({ arches, subvariants }: RuleScope, subvariant: string, arch: string): boolean {
  const isOne = (one: string) => plain(one) === plain(subvariant)
  return (arches?.includes(arch) ?? true) && (subvariants?.some(isOne) ?? true)
}

/** A flavor has `_` where its subvariant has `-`. */
function plain(subvariant: string): string {
  return subvariant.replaceAll('-', '_').toLowerCase()
}
