import type { Post } from './post.ts'

const plain = /^[\w@%+=:,./-]+$/

/** A post as a shell command, with quotes where the shell needs them. */
export function postCommand(openqaUrl: string, { settings }: Pick<Post, 'settings'>): string {
  return command(openqaUrl, 'isos', settings)
}

/** A comment on an openQA job group as a shell command, for the tag of a candidate. */
export function groupCommentCommand(openqaUrl: string, groupId: number, text: string): string {
  return command(openqaUrl, `groups/${groupId}/comments`, { text })
}

function command(openqaUrl: string, path: string, form: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(form).map(([name, value]) => `${name}=${value}`)
  const words = ['openqa-cli', 'api', '--host', openqaUrl, '-X', 'POST', path, ...pairs]
  // openqa-cli reads stdin: without this, the first of several commands piped to a shell would swallow the
  // rest.
  return `${words.map(quote).join(' ')} </dev/null`
}

function quote(word: string): string {
  return plain.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
