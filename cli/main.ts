import { join } from 'node:path'
import { tools } from '../workers/folders.ts'
import { exitCode } from './exit-code.ts'
import { startQuickly } from './quick-start.ts'
import { guardTerminal } from './terminal.ts'

startQuickly(join(tools, 'compile-cache'))

guardTerminal()
// A reader that closes the pipe (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCode.good)
  console.error(`nightjar: the output cannot be written: ${error.message}`)
  process.exit(exitCode.bad)
})

const { run } = await import('./run.ts')
const code = await run(process.argv)
// Do not wait for requests that still run after an interruption.
if (code === exitCode.interrupted) process.exit(code)
process.exitCode = code
