import type { Post } from './post.ts'

const plain = /^[\w@%+=:,./-]+$/

/** A post as the command a person could paste into a shell: every word quoted where a shell would touch it. */
export function postCommand(openqaUrl: string, { settings }: Pick<Post, 'settings'>): string {
  const pairs = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  const words = ['openqa-cli', 'api', '--host', openqaUrl, '-X', 'POST', 'isos', ...pairs]
  // openqa-cli reads what it finds on its input: of a list of commands on the way to a shell, all but the first.
  return `${words.map(quote).join(' ')} </dev/null`
}

function quote(word: string): string {
  return plain.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
