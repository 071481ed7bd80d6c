import { fishWord } from './quoted-word.ts'
import {
  allCommands,
  nameOf,
  type Offer,
  type TypedOption,
  type TypedValue,
  type WordTree,
} from './word-tree.ts'

/** The completion of fish: `~/.config/fish/completions/nightjar.fish`. */
export function fishCompletion(tree: WordTree): string {
  const all = allCommands(tree)
  return `# Completion of nightjar in fish, made by: nightjar completion fish
# Whether the words before the cursor are those of a command, with so many arguments (or more).
function __nightjar_at
    set -l path nightjar
    set -l count 0
    set -l waits no
    for word in (commandline -opc)[2..-1]
        if test $waits = one
            set waits no
        else if test $waits = more; and not string match -q -- '-*' $word
            continue
        else if string match -q -- '-*' $word
            set waits no
            contains -- "$path $word" ${waiting(all, false)}; and set waits one
            contains -- "$path $word" ${waiting(all, true)}; and set waits more
        else if test $count = 0; and contains -- "$path $word" ${all
          .slice(1)
          .map(({ path }) => fishWord(path))
          .join(' ')}
            set waits no
            set path "$path $word"
        else
            set waits no
            set count (math $count + 1)
        end
    end
    test "$path" = "$argv[1]"; or return 1
    test (count $argv) = 1; or test $count = "$argv[2]"; and return 0
    test (count $argv) = 3; and test $count -gt $argv[2]
end
complete -c nightjar -f
${all.flatMap(linesOf).join('\n')}
`
}

/** The options that take one value, or any number of them. */
function waiting(all: readonly WordTree[], more: boolean): string {
  return all
    .flatMap(({ path, options }) =>
      options
        .filter(({ value }) => value?.more === more)
        .flatMap(({ names }) => names.map((name) => fishWord(`${path} ${name}`))),
    )
    .join(' ')
}

function linesOf({ path, options, values, commands }: WordTree): readonly string[] {
  return [
    ...commands.map((each) => `${at(path, '0')} -a ${nameOf(each)} -d ${fishWord(each.summary)}`),
    ...options.map((option) => `${at(path)}${optionWords(option)} -d ${fishWord(option.summary)}`),
    ...values.flatMap((value, index) => valueLine(path, value, index)),
  ]
}

function at(path: string, ...more: readonly string[]): string {
  return `complete -c nightjar -n ${fishWord(['__nightjar_at', fishWord(path), ...more].join(' '))}`
}

function optionWords({ names, value }: TypedOption): string {
  const words = names.map((name) => (name.startsWith('--') ? ` -l ${name.slice(2)}` : ` -s ${name.slice(1)}`))
  return `${words.join('')}${value === null ? '' : ` -r ${offered(value.offer) ?? '-f'}`}`
}

function valueLine(path: string, { offer, more }: TypedValue, index: number): readonly string[] {
  const words = offered(offer)
  return words === null ? [] : [`${at(path, String(index), ...(more ? ['more'] : []))} ${words}`]
}

/** Null where nothing is offered. */
function offered(offer: Offer): string | null {
  switch (offer.kind) {
    case 'words':
      return `-f -a ${fishWord(offer.words.join(' '))}`
    case 'files':
      return '-F'
    case 'folders':
      return `-f -a ${fishWord('(__fish_complete_directories)')}`
    case 'nothing':
      return null
    default:
      return offer satisfies never
  }
}
