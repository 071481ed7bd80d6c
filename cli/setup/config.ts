import { Command } from 'commander'
import type { ConfigValue, Origin, SecretPlace } from '../../workers/config/told/config-value.ts'
import { canPost } from '../../workers/config/told/secret-places.ts'
import { toldConfig, type ToldConfig } from '../../workers/config/told/told-config.ts'
import { exitCode, UsageError } from '../exit-code.ts'
import { configForm } from '../forms/config.ts'
import { jsonOf } from '../json.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'
import { table } from '../table.ts'
import { outputWidth, wrapped } from '../wrapped.ts'

const help = `
Looks for the configuration in --config, $NIGHTJAR_CONFIG, ./nightjar.toml, ~/.config/nightjar/nightjar.toml and
/etc/nightjar/nightjar.toml. Of a secret only its place is shown, no password of a URL, and of the URL of a webhook
only the host.

Examples:
  nightjar config
  nightjar config mail.host
  nightjar config patience.find
  nightjar config --json | jq -r '.values[] | select(.from.kind != "default") | .key'

Exit codes: 0 the configuration is good, 1 nothing sets this value, 2 it has mistakes, which are listed, or there is no
such key.`

/** `nightjar config` */
export function configCommand(): Command {
  return new Command('config')
    .description(
      'Shows every value of the configuration and where it comes from: a line of the file, a variable.',
    )
    .argument('[key]', 'one value (mail.host), or those of a table (mail)')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(show)
}

async function show(key: string | undefined, { config, json }: ConfigOption & JsonOption): Promise<void> {
  const told = await toldConfig(config)
  const asked = key === undefined ? told : only(told, key)
  const origins = [...asked.values, ...asked.secrets].map(({ from }) => from.kind)
  const isSet = key === undefined || origins.some((kind) => kind !== 'none')
  if (!isSet) process.exitCode = exitCode.bad
  if (json) return console.log(jsonOf(configForm, asked))
  if (isSet) console.log(inWords(asked, key))
  else console.error(`nightjar: nothing sets ${key}`)
}

/** The value with this key, those of the table with this name, or the place of the secret. */
function only({ values, secrets, ...told }: ToldConfig, key: string): ToldConfig {
  const those = values.filter((each) => each.key === key || each.key.startsWith(`${key}.`))
  const secret = secrets.filter(({ name }) => name === key)
  if (those.length + secret.length > 0) return { ...told, values: those, secrets: secret }
  const tables = [...new Set(values.map((each) => each.key.replace(/\..*/, '')))]
  throw new UsageError(
    `the configuration has no key ${JSON.stringify(key.slice(0, 60))}; "nightjar config" shows all keys of ${tables.join(', ')}`,
  )
}

function inWords(config: ToldConfig, key: string | undefined): string {
  const { values, secrets } = config
  const [value] = values
  const [secret] = secrets
  if (value?.key === key) return plain(value?.value)
  if (values.length === 0 && secret)
    return `${secret.from.kind === 'unreadable' ? 'not known:' : 'set, from'} ${origin(secret.from)}`
  const rows = [
    ...values.map(({ key: name, value: is, from }) => [
      name,
      is === null ? '-' : JSON.stringify(is),
      origin(from),
    ]),
    ...secrets.map(({ name, from }) => [
      name,
      from.kind === 'none' ? '-' : from.kind === 'unreadable' ? '?' : 'set',
      origin(from),
    ]),
  ]
  const shown = table(['KEY', 'VALUE', 'FROM'], rows)
  if (key !== undefined) return shown
  const told = summary(config)
    .split('\n')
    .flatMap((line) => wrapped(line, outputWidth()))
  return `${told.join('\n')}\n\n${shown}`
}

function summary({ file, namedBy, looked, secrets }: ToldConfig): string {
  const found =
    file === null
      ? `there is no configuration in ${looked.join(', ')}: these are the defaults`
      : `${file} is the configuration${namedBy === 'search' ? '' : `, as ${namedBy} says`}, without mistakes`
  const posts = canPost(secrets)
  if (posts === null) return `${found}\nthis user cannot see whether there is an openQA key`
  const key = posts
    ? 'there is an openQA key: nights post'
    : 'there is no openQA key: nights observe, and post nothing'
  return `${found}\n${key}`
}

/** For a script: text without quotes. */
function plain(value: ConfigValue['value'] | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function origin(from: Origin | SecretPlace['from']): string {
  switch (from.kind) {
    case 'file':
      return from.line === null ? from.file : `${from.file}:${from.line}`
    case 'variable':
      return from.file === null ? from.variable : `${from.file}, by ${from.variable}`
    case 'default':
      return 'default'
    case 'none':
      return 'not set'
    case 'unreadable':
      return from.why
    default:
      return from satisfies never
  }
}
