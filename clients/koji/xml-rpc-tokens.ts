import { Parser, type Decode } from 'saxen'

/** Gets the elements and texts of a document in order. Names are upper case, for the package `xmlrpc`. */
export interface TokenSink {
  onOpentag(element: { readonly name: string }): void
  onText(text: string): void
  onClosetag(name: string): void
}

const elements = new Map(
  (
    'value member name string struct int array data nil double boolean i8 i4 ' +
    'param params fault methodResponse base64 dateTime.iso8601'
  )
    .split(' ')
    .map((written) => [written, { name: written.toUpperCase() }]),
)

/** About fifty nested arrays or structs. Koji's deepest answer nests about thirty elements. */
const maxDepth = 200

/** References that saxen leaves undecoded (`&lol;`, a bare `&`) or decodes wrongly (beyond 16 bits). */
const strangeReference =
  /&(?!(?:lt|gt|amp|quot|apos|#(?!0+;)[1-5]?\d{1,4}|#x(?!0+;)[\da-fA-F]{1,4});)[^;]{0,12};?/

/**
 * Reads only the XML of XML-RPC: elements without attributes, text, CDATA, comments. It refuses what saxen
 * accepts or ignores beyond that: DTDs, instructions, other elements, any depth, a second document. It skips
 * blanks between elements.
 * @throws Error that says what is wrong; the sink got everything before it.
 */
export function readTokens(xml: string, sink: TokenSink): void {
  const gate = new Gate(sink)
  new Parser()
    .on('openTag', (name, attributes) => gate.open(name, attributes()))
    .on('closeTag', () => gate.close())
    .on('text', (raw, decode) => gate.text(raw.includes('&') ? plain(raw, decode) : raw))
    .on('cdata', (text) => gate.text(text))
    .on('attention', refuse)
    .on('question', (markup) => gate.instruction(markup))
    .on('warn', (problem) => {
      throw problem
    })
    .parse(xml)
}

class Gate {
  readonly #sink: TokenSink
  /** Names from the outermost to the innermost. */
  readonly #open: string[] = []
  #rooted = false
  /** True directly after an opening tag: only then text is allowed. */
  #opened = false

  constructor(sink: TokenSink) {
    this.#sink = sink
  }

  open(written: string, attributes: object): void {
    const element = elements.get(written)
    if (element === undefined) throw new Error(`<${written.slice(0, 40)}> is not an element of XML-RPC`)
    for (const name in attributes) throw new Error(`<${written}> has an attribute, ${name.slice(0, 40)}`)
    if (this.#rooted && this.#open.length === 0) throw new Error('more follows the end of the document')
    if (this.#open.length === maxDepth) throw new Error(`it is nested more than ${maxDepth} elements deep`)
    this.#rooted = true
    this.#opened = true
    this.#open.push(element.name)
    this.#sink.onOpentag(element)
  }

  close(): void {
    this.#opened = false
    this.#sink.onClosetag(this.#open.pop() ?? '')
  }

  text(text: string): void {
    if (this.#opened) this.#sink.onText(text)
    else if (text.trim() !== '')
      throw new Error(`it has text outside of its elements: ${text.trim().slice(0, 40)}`)
  }

  /** Only the XML declaration is allowed, at the start. */
  instruction(markup: string): void {
    if (this.#rooted || !/^<\?xml\s/.test(markup)) refuse(markup)
  }
}

function plain(raw: string, decode: Decode): string {
  const [strange] = strangeReference.exec(raw) ?? []
  if (strange !== undefined) throw new Error(`${strange} is not an allowed reference`)
  return decode(raw)
}

function refuse(markup: string): never {
  throw new Error(`${markup.slice(0, 20)}… is refused: DTDs, entities and instructions are not allowed`)
}
