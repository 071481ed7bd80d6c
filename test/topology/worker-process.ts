import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startChild } from '../../workers/child.ts'
import type { Running, Start } from './kept.ts'

/** A machine with a worker, which shares nothing with others but Temporal and the archive. */
export interface WorkerMachine {
  /** Its own folder. */
  readonly folder: string
  /** Of Temporal. */
  readonly address: string
}

/** Gives a machine the configuration of all workers. */
export async function makeMachine(machine: WorkerMachine, file: string): Promise<void> {
  await mkdir(machine.folder)
  await cp(file, join(machine.folder, 'nightjar.toml'))
}

/** Starts a worker of a version of the program, which is in a folder. */
export function workerOf({ folder, address }: WorkerMachine, program: string): Start {
  return async () => {
    const args = [join(program, 'cli/main.ts'), 'worker', '--config', join(folder, 'nightjar.toml')]
    const environment = { TEMPORAL_ADDRESS: address }
    const child = startChild(process.execPath, args, { log: join(folder, 'worker.log'), environment })
    const worker: Running = {
      ended: child.ended,
      kill: () => child.kill('SIGKILL'),
      stop: () => child.stop(),
    }
    return await Promise.resolve(worker)
  }
}
