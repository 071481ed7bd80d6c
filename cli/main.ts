import { exitCode } from './exit-code.ts'
import { startQuickly } from './quick-start.ts'

startQuickly(`${import.meta.dirname}/../.tools/compile-cache`)

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCode.good : exitCode.bad)
})

const { run } = await import('./run.ts')
const code = await run(process.argv)
// What was interrupted may still wait for an answer that nobody wants any more.
if (code === exitCode.interrupted) process.exit(code)
process.exitCode = code
