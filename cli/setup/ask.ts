import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { Interrupted } from '../exit-code.ts'

/** Asks a person at a terminal. */
export interface Questions extends Disposable {
  /** An answer, or what is usual if only Enter is pressed. */
  readonly ask: (question: string, usual: string) => Promise<string>
  /** The same for what is not to be seen. */
  readonly askHidden: (question: string) => Promise<string>
  /** Tells something between two questions. */
  readonly say: (line: string) => void
}

/** Opens the terminal for questions. Ctrl-C and Ctrl-D end them. @throws Interrupted from every question */
export function openQuestions(): Questions {
  let hidden = false
  const output = new Writable({
    write(text, _encoding, done) {
      if (!hidden) process.stdout.write(text)
      done()
    },
  })
  const lines = createInterface({ input: process.stdin, output, terminal: true })
  const controller = new AbortController()
  lines.on('SIGINT', () => controller.abort())
  lines.on('close', () => controller.abort())
  const answer = async (prompt: string): Promise<string> => {
    try {
      return (await lines.question(prompt, { signal: controller.signal })).trim()
    } catch (cause) {
      if (!controller.signal.aborted) throw cause
      process.stdout.write('\n')
      throw new Interrupted('stopped; nothing was written', { cause })
    }
  }
  return {
    ask: async (question, usual) => (await answer(`${question} [${usual || 'none'}]: `)) || usual,
    async askHidden(question) {
      process.stdout.write(`${question} [none], it is not shown: `)
      hidden = true
      try {
        return await answer('')
      } finally {
        hidden = false
        process.stdout.write('\n')
      }
    },
    say: (line) => void process.stdout.write(`${line}\n`),
    [Symbol.dispose]: () => lines.close(),
  }
}
