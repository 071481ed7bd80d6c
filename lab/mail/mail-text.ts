/** A parsed mail: its headers by lower-case name, and its text. */
export interface MailText {
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
}

/** Parses a plain-text mail: unfolds its headers and decodes its transfer encoding. */
export function readMail(raw: Buffer): MailText {
  const source = raw.toString('latin1')
  const end = source.search(/\r?\n\r?\n/)
  const head = end < 0 ? source : source.slice(0, end)
  const body = end < 0 ? '' : source.slice(end).replace(/^\r?\n\r?\n/, '')
  const headers = headersOf(head)
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '7bit'
  return { headers, text: decodeBody(body, encoding).replaceAll('\r\n', '\n') }
}

function headersOf(head: string): ReadonlyMap<string, string> {
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return new Map(
    lines.map((line) => {
      const [name = '', ...value] = line.split(':')
      return [name.toLowerCase(), decodeWords(value.join(':').trim())]
    }),
  )
}

/** Decodes RFC 2047's encoded words: `=?UTF-8?Q?=E2=80=93?=`. Blanks between two of them are dropped. */
function decodeWords(value: string): string {
  return value
    .replaceAll(/(\?=)\s+(?==\?)/g, '$1')
    .replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : bytesOf(word.replaceAll('_', ' ')).toString('utf8'),
    )
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding === 'quoted-printable') return bytesOf(body.replaceAll(/=\r?\n/g, '')).toString('utf8')
  return Buffer.from(body, 'latin1').toString('utf8')
}

function bytesOf(quoted: string): Buffer {
  const text = quoted.replaceAll(/=([\dA-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(text, 'latin1')
}
