import type { ComposeRef } from '../naming/compose-ref.ts'
import type { Quadruple } from '../naming/quadruple.ts'
import type { Sites } from './sites.ts'

/** Where composes of one kind lie that are not Pungi's own: a path of the words of a quadruple. */
export interface Place {
  readonly kind: ComposeRef['kind']
  readonly site: keyof Sites
  /** `<release>`, `<milestone>`, `<compose>` and `<respin>` stand for the words of the quadruple. */
  readonly path: string
  /** The words of the quadruple that the place has and its path does not show. */
  readonly with: Partial<Quadruple>
  /** The milestones that may lie there, where not all may. */
  readonly milestones?: readonly string[]
  /** The first and last release that may lie there, where not all may. */
  readonly releases?: readonly [number, number]
  /** Where a release lies that is in more than one place in its life. */
  readonly tree?: 'current' | 'archive'
  readonly why: string
}

/** Every such place; of several for one compose the first is asked first. */
export const places: readonly Place[] = [
  {
    kind: 'mash',
    site: 'mash',
    path: 'rawhide-<compose>/rawhide',
    with: { release: 'Rawhide', milestone: '' },
    why: 'the nightly script of 2015 made a folder a day, with its logs beside the tree',
  },
  {
    kind: 'mash',
    site: 'mash',
    path: 'branched-<compose>/<release>',
    with: { milestone: 'Branched' },
    why: 'the same script, for the branched release',
  },
  {
    kind: 'staged',
    site: 'mirror',
    path: 'alt/stage/<release>_<milestone>-<compose>.<respin>',
    with: {},
    why: 'a labelled candidate is copied to the mirrors under its label',
  },
  {
    kind: 'candidate',
    site: 'mirror',
    path: 'alt/stage/<release>_<compose>',
    with: { milestone: 'Final' },
    why: 'candidates of the final release were staged without a milestone',
  },
  {
    kind: 'candidate',
    site: 'mirror',
    path: 'alt/stage/<release>_<milestone>_<compose>',
    with: {},
    milestones: ['Alpha', 'Beta'],
    why: 'test and release candidates until 2015',
  },
  {
    kind: 'two-week',
    site: 'mirror',
    path: 'alt/atomic/testing/<release>-<compose>',
    with: { milestone: '' },
    why: 'Atomic images were composed every two weeks in 2015 and 2016',
  },
  {
    kind: 'milestone',
    site: 'mirror',
    path: 'fedora/linux/releases/test/<release>_<milestone>',
    with: {},
    why: 'a released Alpha or Beta, until the release is out',
  },
  {
    kind: 'stable',
    site: 'mirror',
    path: 'archive/fedora/linux/core/<release>',
    with: { milestone: '' },
    releases: [1, 6],
    why: 'Fedora Core had a tree of its own',
  },
  {
    kind: 'stable',
    site: 'mirror',
    path: 'fedora/linux/releases/<release>',
    with: { milestone: '' },
    releases: [7, 9999],
    tree: 'current',
    why: 'a supported release',
  },
  {
    kind: 'stable',
    site: 'mirror',
    path: 'archive/fedora/linux/releases/<release>',
    with: { milestone: '' },
    releases: [7, 9999],
    tree: 'archive',
    why: 'a release is moved to the archive some time after its end of life, and is in both for a while',
  },
  {
    kind: 'respin',
    site: 'mirror',
    path: 'alt/live-respins',
    with: { dist: 'FedoraRespin', milestone: '' },
    why: 'the newest respins share one folder; release and date are in the names of the images only',
  },
]
