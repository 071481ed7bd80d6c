import { Argument, Command } from 'commander'
import type { CommandEntry } from '../command-entry.ts'
import { wholeProgram } from '../program.ts'
import { bashCompletion } from './bash.ts'
import { fishCompletion } from './fish.ts'
import { wordTree } from './word-tree.ts'
import { zshCompletion } from './zsh.ts'

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion }

const help = `
The script has every command, option and choice of this version, and runs nothing when you press TAB. Print it again
after an upgrade.

Examples:
  nightjar completion bash > ~/.local/share/bash-completion/completions/nightjar
  nightjar completion zsh > "\${fpath[1]}/_nightjar"
  nightjar completion fish > ~/.config/fish/completions/nightjar.fish
  source <(nightjar completion bash)     only in this shell`

/** `nightjar completion <shell>` */
export function completionCommand(entries: readonly CommandEntry[]): Command {
  return new Command('completion')
    .description('Prints the script that completes the words of nightjar in a shell.')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(scripts)))
    .addHelpText('after', help)
    .action(async (shell: keyof typeof scripts) => {
      process.stdout.write(scripts[shell](wordTree(await wholeProgram(entries))))
    })
}
