import { Command } from 'commander'
import type { CommandEntry } from './command-entry.ts'

const description =
  "Tests Fedora's nightly composes unattended: finds the compose, waits until it is complete, schedules openQA, " +
  'awaits the jobs and reports, for each stream independently.'

const examples = `
Examples:
  nightjar demo                     a whole night of a small Fedora, here and now
  nightjar start rawhide --wait     tonight's Rawhide, until its report
  nightjar show rawhide             where tonight's Rawhide is
  nightjar find rawhide             the newest Rawhide compose, and its STATUS
  nightjar expected ./images.json   which images a compose should have and lacks

Exit codes: 0 the answer is good, 1 it is bad, 2 the command or configuration is wrong, 3 no answer, 130 Ctrl-C.`

/** The program with its own options and help, without commands. */
export function emptyProgram(): Command {
  return new Command('nightjar')
    .description(description)
    .option('-V, --version', 'print the version of the program')
    .addHelpText('after', examples)
}

/** The program with every command, for those who tell of all of them; a run loads only its own. */
export async function wholeProgram(entries: readonly CommandEntry[]): Promise<Command> {
  const program = emptyProgram()
  const loaded = await Promise.all(entries.map(async ({ load, summary }) => (await load()).summary(summary)))
  loaded.forEach((command) => program.addCommand(command))
  return program
}
