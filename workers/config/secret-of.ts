import { ConfigMistakes } from './config-mistakes.ts'
import { readRegularFile } from './read-regular-file.ts'

type Environment = NodeJS.ProcessEnv

/** The environment variables of each secret: with the secret itself, or with the name of its file. */
const variables = {
  NIGHTJAR_CODEC_KEYS: (environment: Environment) => ({
    value: environment['NIGHTJAR_CODEC_KEYS'],
    file: environment['NIGHTJAR_CODEC_KEYS_FILE'],
  }),
  NIGHTJAR_DATABASE_URL: (environment: Environment) => ({
    value: environment['NIGHTJAR_DATABASE_URL'],
    file: environment['NIGHTJAR_DATABASE_URL_FILE'],
  }),
  NIGHTJAR_OPENQA_KEY: (environment: Environment) => ({
    value: environment['NIGHTJAR_OPENQA_KEY'],
    file: environment['NIGHTJAR_OPENQA_KEY_FILE'],
  }),
  NIGHTJAR_OPENQA_SECRET: (environment: Environment) => ({
    value: environment['NIGHTJAR_OPENQA_SECRET'],
    file: environment['NIGHTJAR_OPENQA_SECRET_FILE'],
  }),
  NIGHTJAR_RESULTSDB_PASSWORD: (environment: Environment) => ({
    value: environment['NIGHTJAR_RESULTSDB_PASSWORD'],
    file: environment['NIGHTJAR_RESULTSDB_PASSWORD_FILE'],
  }),
  NIGHTJAR_SMTP_PASSWORD: (environment: Environment) => ({
    value: environment['NIGHTJAR_SMTP_PASSWORD'],
    file: environment['NIGHTJAR_SMTP_PASSWORD_FILE'],
  }),
} as const

/** The name of a secret, which is that of its variable. */
export type SecretName = keyof typeof variables

/** A secret, and where it comes from; null where it is set nowhere. */
export interface Secret {
  readonly value: string
  /** The variable that has it, or the one that names its file. */
  readonly variable: string
  /** The file that has it; null if the variable does. */
  readonly file: string | null
}

/** No password, key or URL is longer. */
const longest = 16_384

/**
 * A secret from its variable, or from the file that `<variable>_FILE` names. An empty variable counts as one
 * that is not set. The content of a file is in no message.
 * @throws ConfigMistakes where both are set, or the file cannot be read or holds no single line
 */
export function secretOf(name: SecretName, environment: Environment = process.env): Secret | null {
  const { value, file } = variables[name](environment)
  const variable = `${name}_FILE`
  if (value && file) throw new ConfigMistakes(`${name} and ${variable} are both set; keep one of them`)
  if (value) return { value, variable: name, file: null }
  return file ? { value: secretLine(file, variable), variable, file } : null
}

/**
 * The one line of a file that a variable, or a key of the configuration, names.
 * @throws ConfigMistakes which says nothing of its content
 */
export function secretLine(file: string, variable: string): string {
  const line = textOf(file, variable).replace(/\r?\n$/, '')
  if (line !== '' && !hasControls(line)) return line
  const instead = line === '' ? 'nothing' : 'more than one line, or control characters'
  throw new ConfigMistakes(
    `expected one line of text in ${file}, which ${variable} names, but it has ${instead}`,
  )
}

function textOf(file: string, variable: string): string {
  try {
    return readRegularFile(file, longest)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigMistakes(`${variable} names ${file}, but it cannot be read: ${why}`, { cause })
  }
}

function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text)
}

/** The names of all secrets. */
export const secretNames: readonly SecretName[] = [
  'NIGHTJAR_CODEC_KEYS',
  'NIGHTJAR_DATABASE_URL',
  'NIGHTJAR_OPENQA_KEY',
  'NIGHTJAR_OPENQA_SECRET',
  'NIGHTJAR_RESULTSDB_PASSWORD',
  'NIGHTJAR_SMTP_PASSWORD',
]

/** The files that the environment names for secrets, each with its variable. They need not exist. */
export function secretFilesOf(
  environment: NodeJS.ProcessEnv,
): readonly (readonly [name: string, file: string])[] {
  return secretNames.flatMap((name) => {
    const { file } = variables[name](environment)
    return file ? [[`${name}_FILE`, file] as const] : []
  })
}
