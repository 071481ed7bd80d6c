import { execFile } from 'node:child_process'
import type { Stage } from './stage.ts'

/** How a command ended. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `nightjar` as a person does, against the stage's server and configuration. */
export function nightjar(
  { file, place }: Pick<Stage, 'file' | 'place'>,
  ...args: readonly string[]
): Promise<Ran> {
  const temporal = { TEMPORAL_ADDRESS: place.options.address, TEMPORAL_NAMESPACE: place.namespace }
  const env = { ...process.env, ...temporal, NIGHTJAR_CONFIG: file }
  return new Promise((resolve) => {
    execFile(process.execPath, ['cli/main.ts', ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}
