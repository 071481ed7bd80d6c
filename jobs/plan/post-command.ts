import type { Post } from './post.ts'

const plain = /^[\w@%+=:,./-]+$/

/** A post as a shell command, with quotes where the shell needs them. */
export function postCommand(openqaUrl: string, { settings }: Pick<Post, 'settings'>): string {
  const pairs = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  const words = ['openqa-cli', 'api', '--host', openqaUrl, '-X', 'POST', 'isos', ...pairs]
  // openqa-cli reads stdin. Without this, the first of several piped commands would swallow the rest.
  return `${words.map(quote).join(' ')} </dev/null`
}

function quote(word: string): string {
  return plain.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
