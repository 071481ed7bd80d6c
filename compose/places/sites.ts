import { fedoraComposes } from './location.ts'
import { fedoraMirror } from './mirror.ts'

/**
 * The base URLs of composes, without a slash at the end. Nightjar asks the first URL of each list. The others
 * are aliases: it also accepts URLs of composes below them.
 */
export interface Sites {
  /** Where Pungi puts its composes. */
  readonly composes: readonly string[]
  /** Where the nightlies of 2015 were made. */
  readonly mash: readonly string[]
  /** The top folder of the public mirrors. */
  readonly mirror: readonly string[]
}

/**
 * Fedora's sites. The master mirror gets a tree first. The redirector may send to a mirror that lags behind.
 */
export const fedoraSites: Sites = {
  composes: [fedoraComposes],
  mash: ['https://kojipkgs.fedoraproject.org/mash'],
  mirror: [fedoraMirror, 'https://download.fedoraproject.org/pub'],
}
