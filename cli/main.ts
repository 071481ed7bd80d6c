import { exitCode } from './exit-code.ts'
import { startQuickly } from './quick-start.ts'

startQuickly(`${import.meta.dirname}/../.tools/compile-cache`)

// A reader that closes the pipe (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCode.good : exitCode.bad)
})

const { run } = await import('./run.ts')
const code = await run(process.argv)
// Do not wait for requests that still run after an interruption.
if (code === exitCode.interrupted) process.exit(code)
process.exitCode = code
