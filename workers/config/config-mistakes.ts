import type { z } from 'zod'
import { nth } from '../../report/counted.ts'
import { isSecretKey, toldKey, withoutSecrets } from './told/without-secrets.ts'

/** What zod says of a value in the configuration, and the value itself. */
type Issue = z.core.$ZodIssue

/** An invalid configuration: the message lists every mistake. */
export class ConfigMistakes extends Error {
  override readonly name = 'ConfigMistakes'
}

/** One line for each mistake: the key, the expected value and the actual one. */
export function mistakesOf(issues: readonly Issue[]): readonly string[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownKey([...issue.path, key]))
      : [valueMistake(issue)],
  )
}

function valueMistake({ path, message, input }: Issue): string {
  return `${nameOf(path)}: ${expectation(message)}, got ${inShort(withoutSecrets(input, path))}`
}

function unknownKey(path: readonly PropertyKey[]): string {
  const name = nameOf(path)
  return isSecretKey(name)
    ? `${name}: unknown key; secrets do not belong in this file, see the environment variables in README.md`
    : `${name}: unknown key`
}

/** `mail.rules (2nd).to (1st)`: people count the tables and values of a list from one. */
function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? ` (${nth(key + 1)})` : `.${toldKey(path, String(key))}`))
    .join('')
    .slice(1)
}

/** Removes the actual value from zod's own messages; our messages do not have it. */
function expectation(message: string): string {
  return message.replace(/^.*?(?=expected )/, '').replace(/, received .*$/, '')
}

/** A value without the user and password of a URL. */
function inShort(value: unknown): string {
  const whole = value === undefined ? 'nothing' : (JSON.stringify(value) ?? typeof value)
  const text = whole.replaceAll(/[/\\]{2,}[^/"]*@/g, '//…@')
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
