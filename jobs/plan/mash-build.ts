/** The name of a nightly or candidate of 2015: (`23`, `Beta`, `RC2`), (`Rawhide`, ``, `20150820`). */
export interface MashRelease {
  readonly release: string
  /** `Branched`, `Alpha`, `Beta`, `Final`; empty for Rawhide. */
  readonly milestone: string
  readonly compose: string
}

/** BUILD of 2015: `23_Beta_RC2`, `24_Branched_20160225`. Rawhide has no middle (`Rawhide__20150820`). */
export function mashBuild({ release, milestone, compose }: MashRelease): string {
  return [release, milestone, compose].join('_')
}
