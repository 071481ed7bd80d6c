import type { ComposeRef } from '../naming/compose-ref.ts'
import type { Quadruple } from '../naming/quadruple.ts'
import type { SiteUrls } from './sites.ts'

/** A place for composes of one kind other than Pungi's. Its path is made of the parts of a quadruple. */
export interface Place {
  readonly kind: ComposeRef['kind']
  readonly site: keyof SiteUrls
  /** `<release>`, `<milestone>`, `<compose>` and `<respin>` stand for the parts of the quadruple. */
  readonly path: string
  /** Parts of the quadruple that are the same for all composes of the place and not in its path. */
  readonly with: Partial<Quadruple>
  /** The milestones that the place may hold. If absent, it may hold all. */
  readonly milestones?: readonly string[]
  /** The first and last release that the place may hold. If absent, it may hold all. */
  readonly releases?: readonly [number, number]
  /**
   * Which of the two trees of a release this place is. A release moves to the archive after its end of life.
   */
  readonly tree?: 'current' | 'archive'
  readonly why: string
}

/** All places. If several places may hold a compose, Nightjar asks them in this order. */
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
