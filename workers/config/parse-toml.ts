import { parse, TomlError } from 'smol-toml'
import { ConfigMistakes } from './config-mistakes.ts'

/** The values in the text of a file. @throws ConfigMistakes if it is not TOML */
export function parseToml(text: string, file: string): unknown {
  try {
    return parse(text)
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause
    throw new ConfigMistakes(`${file} is not TOML: ${cause.message.trim()}`, { cause })
  }
}
