/** Who hears of the elements and texts of a document, in order. Names are upper case, as the package `xmlrpc` wants them. */
export interface TokenSink {
  onOpentag(element: { readonly name: string }): void
  onText(text: string): void
  onClosetag(name: string): void
}

const elements = new Map(
  (
    'methodResponse params param fault value array data struct member name ' +
    'int i4 i8 double boolean string nil base64 dateTime.iso8601'
  )
    .split(' ')
    .map((name) => [name, { name: name.toUpperCase() }] as const),
)

/** About fifty nested arrays or structs. Koji's deepest answer, a listTasks in a multiCall, opens some thirty elements. */
const maxDepth = 200

const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * Reads the XML that XML-RPC is made of, and no other: elements without attributes, text, CDATA, comments.
 * The package's own parser (sax) takes DTDs, any depth and any element, and ten times as long.
 * @throws Error naming what is wrong: a DTD or entity of its own, an element that is not XML-RPC's, bad nesting, an end too early.
 */
export function readTokens(xml: string, sink: TokenSink): void {
  const open: string[] = []
  let at = 0
  let rooted = false
  for (let tag = xml.indexOf('<'); tag !== -1; tag = xml.indexOf('<', at)) {
    readText(xml, at, tag, open, sink)
    const markup = xml.charCodeAt(tag + 1)
    if (markup === slash) at = close(xml, tag, open, sink)
    else if (markup === bang || markup === question) at = special(xml, tag, open, sink)
    else {
      if (rooted && open.length === 0) throw new Error('more follows the end of the document')
      rooted = true
      at = enter(xml, tag, open, sink)
    }
  }
  if (!rooted) throw new Error('it holds no element')
  if (open.length > 0) throw new Error(`it ends inside <${open.join('><').slice(-60)}>`)
  readText(xml, at, xml.length, open, sink)
}

const slash = '/'.charCodeAt(0)
const bang = '!'.charCodeAt(0)
const question = '?'.charCodeAt(0)

function enter(xml: string, tag: number, open: string[], sink: TokenSink): number {
  const end = endOf(xml, '>', tag)
  const empty = xml.charCodeAt(end - 1) === slash
  const name = xml.slice(tag + 1, empty ? end - 1 : end)
  const element = elements.get(name) ?? elements.get(name.trimEnd())
  if (element === undefined) throw new Error(`<${name.slice(0, 40)}> is not an element of XML-RPC`)
  sink.onOpentag(element)
  if (empty) sink.onClosetag(element.name)
  else if (open.push(name.trimEnd()) > maxDepth)
    throw new Error(`it is nested more than ${maxDepth} elements deep`)
  return end + 1
}

function close(xml: string, tag: number, open: string[], sink: TokenSink): number {
  const end = endOf(xml, '>', tag)
  const name = xml.slice(tag + 2, end).trimEnd()
  const opened = open.pop()
  if (opened !== name) throw new Error(`</${name.slice(0, 40)}> closes <${opened ?? 'nothing'}>`)
  sink.onClosetag(elements.get(name)?.name ?? name)
  return end + 1
}

function special(xml: string, tag: number, open: readonly string[], sink: TokenSink): number {
  if (xml.startsWith('<!--', tag)) return endOf(xml, '-->', tag + 4) + 3
  if (xml.startsWith('<![CDATA[', tag) && open.length > 0) {
    const end = endOf(xml, ']]>', tag)
    sink.onText(xml.slice(tag + 9, end))
    return end + 3
  }
  if (xml.startsWith('<?xml', tag)) return endOf(xml, '?>', tag) + 2
  throw new Error(
    `${xml.slice(tag, tag + 20)}… is refused: a DTD, entities and instructions have no place here`,
  )
}

function readText(xml: string, from: number, to: number, open: readonly string[], sink: TokenSink): void {
  if (from === to) return
  const raw = xml.slice(from, to)
  if (open.length > 0) sink.onText(raw.includes('&') ? plain(raw) : raw)
  else if (raw.trim() !== '') throw new Error('it has text outside of its elements')
}

function plain(raw: string): string {
  return raw.replaceAll(/&([^;]{0,10}(?:;|$))/g, (_, entity: string) => character(entity))
}

function character(entity: string): string {
  const named = entities.get(entity.slice(0, -1))
  if (named !== undefined && entity.endsWith(';')) return named
  const digits = /^#(?:x(?<hex>[\da-f]{1,6})|(?<decimal>\d{1,7}));$/i.exec(entity)?.groups
  const code = digits?.['hex']
    ? Number.parseInt(digits['hex'], 16)
    : Number(digits?.['decimal'] ?? Number.NaN)
  if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
  throw new Error(`&${entity.slice(0, 12)} is not an entity that may be used`)
}

function endOf(xml: string, what: string, from: number): number {
  const end = xml.indexOf(what, from)
  if (end === -1) throw new Error(`it ends in the middle of ${xml.slice(from, from + 20)}`)
  return end
}
