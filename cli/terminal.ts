import { Console } from 'node:console'
import { Writable } from 'node:stream'
import { escapedText } from '../compose/safe-line.ts'

/**
 * Makes `console` the one place where text leaves for the terminal: outside text cannot move the cursor, set
 * a title or turn the direction of writing. In JSON the escaped text means the same.
 */
export function guardTerminal(): void {
  globalThis.console = new Console({ stdout: guarded(process.stdout), stderr: guarded(process.stderr) })
}

function guarded(target: NodeJS.WriteStream): Writable {
  return new Writable({
    decodeStrings: false,
    write(text, _encoding, done) {
      target.write(escapedText(String(text)))
      done()
    },
  })
}
