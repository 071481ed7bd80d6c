import { programVersion } from '../program-version.ts'

/** How Nightjar calls itself at the broker, for its operators. */
export function clientProperties(): Readonly<Record<string, string>> {
  return { app: 'nightjar', app_version: programVersion() }
}
