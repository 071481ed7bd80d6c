import type { Post } from './post.ts'

const plain = /^[\w@%+=:,./-]+$/

/** A post as a shell command, with quotes where the shell needs them. */
export function postCommand(openqaUrl: string, { settings }: Pick<Post, 'settings'>): string {
  const pairs = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  const words = ['openqa-cli', 'api', '--host', openqaUrl, '-X', 'POST', 'isos', ...pairs]
  // openqa-cli reads what it finds on its input: of a list of commands on the way to a shell, all but the first.
  return `${words.map(quote).join(' ')} </dev/null`
}

function quote(word: string): string {
  return plain.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
