import { execFile } from 'node:child_process'
import type { Stage } from './stage.ts'

/** How a command ended. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `nightjar` as a person does, against the stage's server and configuration. */
export function nightjar({ file, place }: Stage, ...args: readonly string[]): Promise<Ran> {
  const env = { ...process.env, TEMPORAL_ADDRESS: place.options.address, NIGHTJAR_CONFIG: file }
  return new Promise((resolve) => {
    execFile(process.execPath, ['cli/main.ts', ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}
