import type { Command } from 'commander'

/** A command of `nightjar`. Its file is loaded only when it runs, to start fast. */
export interface CommandEntry {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<Command>
}
