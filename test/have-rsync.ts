import { spawnSync } from 'node:child_process'

/** Whether the system has rsync; tests that need the real one are skipped where it has not. */
export const haveRsync = spawnSync('rsync', ['--version']).status === 0
