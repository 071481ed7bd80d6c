import { spacedTime } from './json.ts'
import type { LabComment, LabJob, OpenQaState } from './state.ts'

/** Bug trackers whose URLs openQA shortens, for example to `brc#1234567`. */
const trackers: readonly (readonly [string, RegExp])[] = [
  ['brc', /https:\/\/bugzilla\.redhat\.com\/show_bug\.cgi\?id=(\d+)/g],
  ['bgo', /https:\/\/bugzilla\.gnome\.org\/show_bug\.cgi\?id=(\d+)/g],
  ['bko', /https:\/\/bugzilla\.kernel\.org\/show_bug\.cgi\?id=(\d+)/g],
  ['kde', /https:\/\/bugs\.kde\.org\/show_bug\.cgi\?id=(\d+)/g],
  ['fdo', /https:\/\/bugs\.freedesktop\.org\/show_bug\.cgi\?id=(\d+)/g],
  ['gh', /https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/(?:issues|pull)\/(\d+)/g],
  ['pio', /https:\/\/pagure\.io\/([\w./-]+)\/issue\/(\d+)/g],
  ['ggo', /https:\/\/gitlab\.gnome\.org\/([\w./-]+?)(?:\/-)?\/issues\/(\d+)/g],
]

const short =
  /(?<=^|[\s,])(?:bts|deb|bnc|bsc|boo|bgo|bmo|brc|bko|poo|gh|kde|fdo|jsc|pio|ggo)#?(?:[a-zA-Z/-]+)?#(?:[A-Z]+-)?\d+(?![\w"])/g

const results = new Set([
  'none',
  'passed',
  'softfailed',
  'failed',
  'incomplete',
  'skipped',
  'obsoleted',
  'parallel_failed',
  'parallel_restarted',
  'user_cancelled',
  'user_restarted',
  'timeout_exceeded',
])

/** A comment in the API. */
export function commentJson({ id, text, user, at }: LabComment): Record<string, unknown> {
  const time = `${spacedTime(at)} +0000`
  return {
    id,
    text,
    bugrefs: text.match(short) ?? [],
    renderedMarkdown: `<p>${escapeHtml(text)}</p>\n`,
    userName: user,
    created: time,
    updated: time,
  }
}

/** A comment as openQA stores it, with short forms of bug URLs. */
export function newComment(openqa: OpenQaState, text: string, user: string, at: Date): LabComment {
  const shortened = trackers.reduce(
    (words, [name, address]) =>
      words.replaceAll(address, (_, one: string, two: string | number) =>
        typeof two === 'string' ? `${name}#${one}#${two}` : `${name}#${one}`,
      ),
    text,
  )
  return { id: ++openqa.comments, text: shortened, user, at }
}

/** A `label:force_result:RESULT` changes a finished job's result. @returns what is wrong with it, or null */
export function forceResult(job: LabJob, text: string): string | null {
  const result = /\blabel:force_result:(\w+)/.exec(text)?.[1]
  if (result === undefined) return null
  if (!results.has(result)) return `Invalid result '${result}' for force_result\n`
  if (job.state !== 'done') return 'force_result only allowed on finished jobs\n'
  job.result = result
  return null
}

/** Whether a word is a result of openQA. */
export function isResult(word: string): boolean {
  return results.has(word)
}

/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0) ?? 63};`)
}
