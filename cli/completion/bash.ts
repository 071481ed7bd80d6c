import { shellWord } from './quoted-word.ts'
import { allCommands, nameOf, type Offer, type WordTree } from './word-tree.ts'

const offering = `# Completion of nightjar in bash, made by: nightjar completion bash
_nightjar_words() {
    local IFS=$' \\n'
    COMPREPLY=($(compgen -W "$1" -- "$cur"))
}
_nightjar_paths() {
    local path
    compopt -o filenames 2>/dev/null
    while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$cur")
}`

/** The completion of bash, which needs nothing but bash. */
export function bashCompletion(tree: WordTree): string {
  const all = allCommands(tree)
  const paths = all.slice(1).map(({ path }) => shellWord(`0 ${path}`))
  return `${offering}
_nightjar() {
    # path: the command so far; count: its arguments; waits: whether an option awaits a value.
    local cur=\${COMP_WORDS[COMP_CWORD]} path=nightjar count=0 waits= option= at word
    COMPREPLY=()
    for ((at = 1; at < COMP_CWORD; at++)); do
        word=\${COMP_WORDS[at]}
        if [[ -n $waits && $word == '=' ]]; then continue; fi
        if [[ $waits == more && $word != -* ]]; then continue; fi
        if [[ $waits == one ]]; then waits=; continue; fi
        waits=
        if [[ $word == -* ]]; then
            option=$word
            case "$path $word" in
${waiting(all, false, 'one')}${waiting(all, true, 'more')}            esac
            continue
        fi
        case "$count $path $word" in
            ${paths.join(' | ')}) path="$path $word" ;;
            *) count=$((count + 1)) ;;
        esac
    done
    if [[ -n $waits && $cur == '=' ]]; then cur=; fi
    word="#$count"
    if [[ $cur == -* && $waits != one ]]; then word=-; elif [[ -n $waits ]]; then word=$option; fi
    case "$path $word" in
${all.flatMap(offersOf).join('\n')}
    esac
}
complete -F _nightjar nightjar
`
}

/** The options that take one value, or any number of them. */
function waiting(all: readonly WordTree[], more: boolean, word: string): string {
  const names = all.flatMap(({ path, options }) =>
    options
      .filter(({ value }) => value?.more === more)
      .flatMap((option) => option.names.map((name) => shellWord(`${path} ${name}`))),
  )
  return names.length === 0 ? '' : `                ${names.join(' | ')}) waits=${word} ;;\n`
}

function offersOf({ path, options, values, commands }: WordTree): readonly string[] {
  const names = options.flatMap((option) => option.names)
  const ofOptions = options.flatMap(({ names: each, value }) =>
    value === null ? [] : offer(each.map((name) => shellWord(`${path} ${name}`)).join(' | '), value.offer),
  )
  const ofValues = values.flatMap((value, at) =>
    offer(value.more ? `${shellWord(`${path} #`)}*` : shellWord(`${path} #${at}`), value.offer),
  )
  return [
    ...offer(shellWord(`${path} -`), { kind: 'words', words: names }),
    ...offer(shellWord(`${path} #0`), { kind: 'words', words: commands.map(nameOf) }),
    ...ofOptions,
    ...ofValues,
  ]
}

function offer(pattern: string, what: Offer): readonly string[] {
  switch (what.kind) {
    case 'words':
      if (what.words.length === 0) return []
      return [`        ${pattern}) _nightjar_words ${shellWord(what.words.join(' '))} ;;`]
    case 'files':
      return [`        ${pattern}) _nightjar_paths -f ;;`]
    case 'folders':
      return [`        ${pattern}) _nightjar_paths -d ;;`]
    case 'nothing':
      return []
    default:
      return what satisfies never
  }
}
