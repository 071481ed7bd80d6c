/** Who hears of the elements and texts of a document, in order. Names are upper case, as the package `xmlrpc` wants them. */
export interface TokenSink {
  onOpentag(element: { readonly name: string }): void
  onText(text: string): void
  onClosetag(name: string): void
}

/** An element of XML-RPC, as the package wants it and as it is written. */
interface Element {
  readonly name: string
  readonly written: string
}

const elements: readonly Element[] = (
  'value member name string struct int array data nil double boolean i8 i4 ' +
  'param params fault methodResponse base64 dateTime.iso8601'
)
  .split(' ')
  .map((written) => ({ name: written.toUpperCase(), written }))

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
 * Blanks between elements are not told to the sink.
 * @throws Error naming what is wrong: a DTD or entity of its own, an element that is not XML-RPC's, bad nesting, an end too early.
 */
export function readTokens(xml: string, sink: TokenSink): void {
  new Reader(xml, sink).read()
}

const slash = '/'.charCodeAt(0)
const bang = '!'.charCodeAt(0)
const question = '?'.charCodeAt(0)
const end = '>'.charCodeAt(0)
const blank = /^\s*\/?$/

class Reader {
  readonly #xml: string
  readonly #sink: TokenSink
  /** From the outermost to the innermost. */
  readonly #open: Element[] = []
  #at = 0
  #rooted = false
  /** Whether an element was just opened: only then may text follow. */
  #opened = false

  constructor(xml: string, sink: TokenSink) {
    this.#xml = xml
    this.#sink = sink
  }

  read(): void {
    for (let tag = this.#next('<'); tag !== -1; tag = this.#next('<')) {
      if (tag > this.#at) this.#text(tag)
      const markup = this.#xml.charCodeAt(tag + 1)
      if (markup === slash) this.#close(tag)
      else if (markup === bang || markup === question) this.#special(tag)
      else this.#enter(tag)
    }
    if (!this.#rooted) throw new Error('it holds no element')
    if (this.#open.length > 0) throw new Error(`it ends inside <${this.#open.at(-1)?.written}>`)
    this.#text(this.#xml.length)
  }

  #enter(tag: number): void {
    const last = this.#endOf('>', tag)
    const element = elements.find(({ written }) => this.#names(written, tag + 1))
    if (element === undefined) throw new Error(`${this.#excerpt(tag)} is not an element of XML-RPC`)
    if (this.#rooted && this.#open.length === 0) throw new Error('more follows the end of the document')
    if (this.#open.length === maxDepth) throw new Error(`it is nested more than ${maxDepth} elements deep`)
    const empty = this.#xml.charCodeAt(last - 1) === slash
    this.#rooted = true
    this.#opened = !empty
    this.#at = last + 1
    this.#sink.onOpentag(element)
    if (empty) this.#sink.onClosetag(element.name)
    else this.#open.push(element)
  }

  #close(tag: number): void {
    const last = this.#endOf('>', tag)
    const element = this.#open.pop()
    if (!element || !this.#names(element.written, tag + 2)) {
      throw new Error(`${this.#excerpt(tag)} closes <${element?.written ?? ''}>`)
    }
    this.#opened = false
    this.#at = last + 1
    this.#sink.onClosetag(element.name)
  }

  /** Whether a tag holds that name and nothing else; without making a text of it, of which there would be a million. */
  #names(written: string, at: number): boolean {
    if (!this.#xml.startsWith(written, at)) return false
    const after = at + written.length
    const code = this.#xml.charCodeAt(after)
    return code === end || blank.test(this.#xml.slice(after, this.#endOf('>', after)))
  }

  #special(tag: number): void {
    if (this.#xml.startsWith('<!--', tag)) {
      this.#at = this.#endOf('-->', tag + 4) + 3
    } else if (this.#xml.startsWith('<![CDATA[', tag) && this.#opened) {
      const last = this.#endOf(']]>', tag)
      this.#sink.onText(this.#xml.slice(tag + 9, last))
      this.#at = last + 3
    } else if (this.#xml.startsWith('<?xml', tag) && !this.#rooted) {
      this.#at = this.#endOf('?>', tag) + 2
    } else {
      throw new Error(
        `${this.#xml.slice(tag, tag + 20)}… is refused: a DTD, entities and instructions have no place here`,
      )
    }
  }

  #text(until: number): void {
    const raw = this.#xml.slice(this.#at, until)
    if (this.#opened) this.#sink.onText(raw.includes('&') ? plain(raw) : raw)
    else if (raw.trim() !== '')
      throw new Error(`it has text outside of its elements: ${raw.trim().slice(0, 40)}`)
  }

  #excerpt(tag: number): string {
    const last = this.#xml.indexOf('>', tag)
    return this.#xml.slice(tag, Math.min(last === -1 ? this.#xml.length : last + 1, tag + 40))
  }

  #next(what: string): number {
    return this.#xml.indexOf(what, this.#at)
  }

  #endOf(what: string, from: number): number {
    const found = this.#xml.indexOf(what, from)
    if (found === -1) throw new Error(`it ends in the middle of ${this.#xml.slice(from, from + 20)}`)
    return found
  }
}

function plain(raw: string): string {
  return raw.replaceAll(/&([^&;]{0,12};?)/g, (_, entity: string) => character(entity))
}

function character(entity: string): string {
  const named = entities.get(entity.slice(0, -1))
  if (named !== undefined && entity.endsWith(';')) return named
  const digits = /^#(?:x(?<hex>[\da-f]{1,6})|(?<decimal>\d{1,7}));$/i.exec(entity)?.groups
  const code = digits?.['hex']
    ? Number.parseInt(digits['hex'], 16)
    : Number(digits?.['decimal'] ?? Number.NaN)
  if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
  throw new Error(`&${entity} is not an entity that may be used`)
}
