import { ArchiveAway } from '../../archive/connection/archive-away.ts'
import type { NightArchive } from '../../archive/night-archive.ts'

/** An act of the archive that is spoiled. */
export interface SpoiledAct {
  readonly act: 'keep' | 'claim' | 'recall'
  /** `before`: it is not done. `after`: it is, and nobody learns it. */
  readonly when: 'before' | 'after'
}

/** An archive that is away in the first of an act's calls for which `isNow` says so. */
export function awayOnce(
  archive: NightArchive,
  { act, when }: SpoiledAct,
  isNow: () => boolean,
): NightArchive {
  const perhaps = async <Result>(name: SpoiledAct['act'], acting: () => Promise<Result>): Promise<Result> => {
    if (name !== act || !isNow()) return await acting()
    if (when === 'after') await acting()
    throw new ArchiveAway('a test took it away', null)
  }
  return {
    ...archive,
    keep: (value, run) => perhaps('keep', () => archive.keep(value, run)),
    claim: (name, owner, exists) => perhaps('claim', () => archive.claim(name, owner, exists)),
    recall: (ref) => perhaps('recall', () => archive.recall(ref)),
  }
}
