import { koji, type Koji } from '../clients/koji.ts'
import type { Settings } from './config.ts'
import { placesOf } from './places.ts'

/** Koji alone, for commands that ask nothing else of a worker's tools. */
export function kojiOf(settings: Settings): Koji {
  return koji({ url: placesOf(settings).koji })
}

/** Koji's pages for people: a hub at `…/kojihub` has them at `…/koji`. */
export function kojiWeb(settings: Settings): string {
  return placesOf(settings).koji.replace(/\/kojihub$/, '/koji')
}
