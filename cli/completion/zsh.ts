import { shellWord } from './quoted-word.ts'
import {
  allCommands,
  nameOf,
  type Offer,
  type TypedOption,
  type TypedValue,
  type WordTree,
} from './word-tree.ts'

/** The completion of zsh: a file `_nightjar` of its `fpath`, or to be sourced after `compinit`. */
export function zshCompletion(tree: WordTree): string {
  return `#compdef nightjar
# Completion of nightjar in zsh, made by: nightjar completion zsh
${allCommands(tree).map(functionOf).join('\n')}
if [[ $funcstack[1] == _nightjar ]]; then _nightjar "$@"; else compdef _nightjar nightjar; fi
`
}

function functionOf(tree: WordTree): string {
  const name = functionName(tree)
  if (tree.commands.length === 0) return `${name}() {\n    _arguments${specs(tree)}\n}`
  const described = tree.commands.map((each) => `${nameOf(each)}:${plain(each.summary)}`)
  const branches = tree.commands.map((each) => `            ${nameOf(each)}) ${functionName(each)} ;;`)
  return `${name}() {
    local curcontext=$curcontext state state_descr line
    typeset -A opt_args
    local -a commands=(
${described.map((each) => `        ${shellWord(each)}`).join('\n')}
    )
    _arguments -C${specs(tree)} \\
        '1: :->command' '*:: :->rest'
    case $state in
        command) _describe -t commands command commands ;;
        rest) case $line[1] in
${branches.join('\n')}
        esac ;;
    esac
}`
}

function functionName({ path }: WordTree): string {
  return `_${path.replaceAll(' ', '_')}`
}

function specs({ options, values }: WordTree): string {
  return [...options.map(optionSpec), ...values.map(valueSpec)].map((spec) => ` \\\n        ${spec}`).join('')
}

/**
 * Names that exclude each other; "=" and "+" let the value be a part of the word or the next one. An option
 * with many values may come again: _arguments does not see the options after a list of words.
 */
function optionSpec({ names, summary, value }: TypedOption): string {
  const typed = names.map((name) => (value === null ? name : `${name}${name.startsWith('--') ? '=' : '+'}`))
  const what = `[${plain(summary)}]${value === null ? '' : `:${asked(value)}`}`
  if (value?.more) return typed.map((name) => shellWord(`*${name}${what}`)).join(' ')
  if (typed.length === 1) return shellWord(`${typed.join('')}${what}`)
  return `${shellWord(`(${names.join(' ')})`)}{${typed.join(',')}}${shellWord(what)}`
}

function valueSpec(value: TypedValue, at: number): string {
  return shellWord(`${value.more ? '*' : at + 1}:${asked(value)}`)
}

function asked({ name, offer }: TypedValue): string {
  return `${plain(name)}:${action(offer)}`
}

function action(offer: Offer): string {
  switch (offer.kind) {
    case 'words':
      return `(${offer.words.join(' ')})`
    case 'files':
      return '_files'
    case 'folders':
      return '_files -/'
    case 'nothing':
      return ' '
    default:
      return offer satisfies never
  }
}

/** Without a meaning for _arguments and _describe. */
function plain(text: string): string {
  return text.replaceAll(/[[\]:\\]/g, String.raw`\$&`)
}
