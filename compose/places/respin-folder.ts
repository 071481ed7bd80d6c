import { composeUrl } from './compose-url.ts'
import type { Sites } from './sites.ts'

/** The folder that all live respins share. */
export function respinFolder(sites: Sites): string {
  return composeUrl({ kind: 'respin', release: 1, date: '19700101' }, sites)
}

/** Whether a text is the URL of {@link respinFolder} at one of the mirror's names. */
export function isRespinFolder(text: string, sites: Sites): boolean {
  const plain = text.replace(/\/+$/, '')
  return sites.mirror.some((base) => plain === respinFolder({ ...sites, mirror: [base] }))
}
