import { execFile } from 'node:child_process'
import type { Stage } from './stage.ts'

/** How a command ended. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A command that runs. */
export interface Running {
  /** It has printed something, or has ended. */
  readonly begun: Promise<unknown>
  readonly ended: Promise<Ran>
}

/** Runs `nightjar` as a person does, against the stage's server and configuration. */
export function nightjar(stage: Pick<Stage, 'file' | 'place'>, ...args: readonly string[]): Promise<Ran> {
  return startNightjar(stage, ...args).ended
}

/** Starts `nightjar` as {@link nightjar} does, for a command that goes on. */
export function startNightjar(
  { file, place }: Pick<Stage, 'file' | 'place'>,
  ...args: readonly string[]
): Running {
  const temporal = { TEMPORAL_ADDRESS: place.options.address, TEMPORAL_NAMESPACE: place.namespace }
  const env = { ...process.env, ...temporal, NIGHTJAR_CONFIG: file }
  const { promise: ended, resolve } = Promise.withResolvers<Ran>()
  const child = execFile(process.execPath, ['cli/main.ts', ...args], { env }, (error, out, err) => {
    resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
  })
  const printed = new Promise((resolves) => child.stdout?.once('data', resolves))
  return { begun: Promise.race([printed, ended]), ended }
}
