import { CommanderError, type Command } from 'commander'
import { commands } from './commands.ts'
import { exitCode } from './exit-code.ts'
import { explain } from './explain.ts'
import { emptyProgram } from './program.ts'

/** Runs a command line (`process.argv`), prints its output and returns its exit code. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    const words = helpLast(argv.slice(2))
    if (words[0] === '--version' || words[0] === '-V') return await tellVersion()
    const program = await programFor(words[0])
    refuseUnknown(program, words)
    await program.parseAsync(words, { from: 'user' })
    return typeof process.exitCode === 'number' ? process.exitCode : exitCode.good
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.good : exitCode.usage
    const { message, code } = explain(error)
    console.error(`nightjar: ${message}`)
    return code
  }
}

/** Asks git only when it is asked for, since that takes longer than most commands. */
async function tellVersion(): Promise<number> {
  const { programBuild } = await import('../workers/program-version.ts')
  console.log(await programBuild())
  return exitCode.good
}

/** `help find` becomes `find --help`, which loads the file of `find`. */
function helpLast([first, second, ...more]: readonly string[]): string[] {
  const words = first === 'help' && second !== undefined ? [second, '--help'] : [first, second, ...more]
  return words.filter((word) => word !== undefined)
}

/** The program with the given command, or with the names of all commands. */
async function programFor(asked: string | undefined): Promise<Command> {
  const program = emptyProgram().exitOverride().showHelpAfterError('(--help says more)')
  program.configureOutput({ writeErr: (text) => console.error(text.trimEnd()) })
  const entry = commands.find(({ name }) => name === asked)
  if (entry) program.addCommand(inherit(program, (await entry.load()).summary(entry.summary)))
  else commands.forEach(({ name, summary }) => program.command(name).description(summary))
  return program
}

/** Commander refuses an unknown command itself, but answers it with the help if `--help` follows. */
function refuseUnknown(command: Command, [word, ...more]: readonly string[]): void {
  if (word === undefined || word.startsWith('-') || command.commands.length === 0) return
  const sub = command.commands.find((each) => each.name() === word)
  if (sub) return refuseUnknown(sub, more)
  if (more.includes('--help') || more.includes('-h'))
    command.error(`error: unknown command '${word}'`, { code: 'commander.unknownCommand' })
}

/** A separately made command does not inherit `exitOverride`, so it would exit at an error. */
function inherit(program: Command, command: Command): Command {
  command.copyInheritedSettings(program)
  command.commands.forEach((sub) => inherit(command, sub))
  return command
}
