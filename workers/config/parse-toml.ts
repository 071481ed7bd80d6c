import { parse, TomlError } from 'smol-toml'
import { ConfigMistakes } from './config-mistakes.ts'
import { isSecretKey } from './told/without-secrets.ts'

/** The values in the text of a file. @throws ConfigMistakes if it is not TOML */
export function parseToml(text: string, file: string): unknown {
  try {
    return parse(text)
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause
    throw new ConfigMistakes(`${file} is not TOML: ${reasonOf(cause)}`, { cause })
  }
}

/** The mistake, its place, and the lines around it unless a secret may be in them. */
function reasonOf({ message, line, column, codeblock }: TomlError): string {
  const [first = ''] = message.split('\n')
  const what = `line ${line}, column ${column}: ${first.replace(/^Invalid TOML document: /, '')}`
  const maySaySecret = isSecretKey(codeblock) || /whsec_|[/\\]/.test(codeblock)
  return maySaySecret
    ? `${what}; the text is not shown, as it may hold a secret`
    : `${what}\n\n${codeblock.trimEnd()}`
}
