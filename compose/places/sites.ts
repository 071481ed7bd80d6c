import { composeClasses, type ComposeClass } from './compose-class.ts'
import { fedoraMirror } from './mirror.ts'

/** The web folder of Fedora's composes. Every class of composes has its own folder below it. */
export const fedoraComposes = 'https://kojipkgs.fedoraproject.org/compose'

/**
 * The base URLs of composes, without a slash at the end. Nightjar asks the first URL of each list. The others
 * are aliases: it also accepts URLs of composes below them.
 */
export interface SiteUrls {
  /** Where Pungi puts its composes. */
  readonly composes: readonly string[]
  /** Where the nightlies of 2015 were made. */
  readonly mash: readonly string[]
  /** The top folder of the public mirrors. */
  readonly mirror: readonly string[]
}

/** Where composes are. */
export interface Sites extends SiteUrls {
  /** The classes of composes with a known folder. */
  readonly classes: readonly ComposeClass[]
  /** The URL above the streams of Fedora CoreOS, whose builds are no composes. */
  readonly coreos: string
}

/**
 * Fedora's sites. The master mirror gets a tree first. The redirector may send to a mirror that lags behind.
 */
export const fedoraSites: Sites = {
  composes: [fedoraComposes],
  mash: ['https://kojipkgs.fedoraproject.org/mash'],
  mirror: [fedoraMirror, 'https://download.fedoraproject.org/pub'],
  classes: composeClasses,
  coreos: 'https://builds.coreos.fedoraproject.org/prod/streams',
}
