import { fedoraComposes } from './location.ts'
import { fedoraMirror } from './mirror.ts'

/**
 * The trees below which composes lie, as URLs without a closing slash. The first of each is the one that is
 * asked; the rest are its other names, from which a URL is accepted as well.
 */
export interface Sites {
  /** Where Pungi composes into. */
  readonly composes: readonly string[]
  /** Where the nightlies of 2015 were made. */
  readonly mash: readonly string[]
  /** The public mirrors' top folder. */
  readonly mirror: readonly string[]
}

/** Fedora's own. The master mirror has a tree first; the redirector sends to a mirror that may lag behind. */
export const fedoraSites: Sites = {
  composes: [fedoraComposes],
  mash: ['https://kojipkgs.fedoraproject.org/mash'],
  mirror: [fedoraMirror, 'https://download.fedoraproject.org/pub'],
}
