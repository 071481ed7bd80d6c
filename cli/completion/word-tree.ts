import type { Argument, Command, Option } from 'commander'
import { builtInLines } from '../../compose/streams/built-in-lines.ts'

/** What a shell offers for a word. */
export type Offer =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'files' | 'folders' | 'nothing' }

/** A value that a person types: of an option, or an argument. */
export interface TypedValue {
  readonly name: string
  readonly offer: Offer
  /** Whether more words of it may follow. */
  readonly more: boolean
}

/** An option under all its names. */
export interface TypedOption {
  readonly names: readonly string[]
  readonly summary: string
  /** Null for one without a value. */
  readonly value: TypedValue | null
}

/** A command with all that may follow it. */
export interface WordTree {
  /** With the commands it is below: `nightjar archive export`. */
  readonly path: string
  readonly summary: string
  readonly options: readonly TypedOption[]
  readonly values: readonly TypedValue[]
  readonly commands: readonly WordTree[]
}

/** The words of a command and of all commands below it. */
export function wordTree(command: Command, above?: WordTree['path']): WordTree {
  const path = above === undefined ? command.name() : `${above} ${command.name()}`
  const help = command.createHelp()
  const below = help.visibleCommands(command)
  // The command "help" takes the name of one beside it.
  const beside = command.name() === 'help' ? [] : below.filter((each) => each.name() !== 'help')
  return {
    path,
    summary: short(help.subcommandDescription(command)),
    options: help.visibleOptions(command).map(typedOption),
    values: command.registeredArguments.map((argument) => typedValue(argument.name(), argument)),
    commands: below.map((each) => {
      const tree = wordTree(each, path)
      return each.name() === 'help' ? { ...tree, values: [commandName(beside)] } : tree
    }),
  }
}

/** A command and all commands below it. */
export function allCommands(tree: WordTree): readonly WordTree[] {
  return [tree, ...tree.commands.flatMap(allCommands)]
}

/** The last word of its path. */
export function nameOf({ path }: WordTree): string {
  return path.slice(path.lastIndexOf(' ') + 1)
}

function commandName(beside: readonly Command[]): TypedValue {
  return {
    name: 'command',
    offer: { kind: 'words', words: beside.map((each) => each.name()) },
    more: false,
  }
}

function typedOption(option: Option): TypedOption {
  const names = [option.short, option.long].filter((name) => typeof name === 'string')
  const name = /[<[]([^>\]]+?)(?:\.{3})?[>\]]/.exec(option.flags)?.[1]
  return {
    names,
    summary: short(option.description),
    value: name === undefined ? null : typedValue(name, option),
  }
}

function typedValue(
  name: string,
  { argChoices, variadic }: Pick<Argument | Option, 'argChoices' | 'variadic'>,
): TypedValue {
  return { name, offer: argChoices ? { kind: 'words', words: argChoices } : offerFor(name), more: variadic }
}

function offerFor(name: string): Offer {
  if (name === 'stream' || name === 'night')
    return { kind: 'words', words: builtInLines.map((line) => line.name) }
  if (name === 'folder') return { kind: 'folders' }
  // A compose may be one on this machine.
  return { kind: ['file', 'compose', 'old', 'new'].includes(name) ? 'files' : 'nothing' }
}

/** Shells show one line: what is in brackets stays in the help. */
function short(text: string): string {
  return text.replace(/ \(.*/s, '').replaceAll(/\s+/g, ' ').trim()
}
