import { Tokenizer, TokenType } from '@streamparser/json'

/** What a member of an object is: a text, the start of an object or of a list, or anything else. */
export type MemberValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'object' | 'list' | 'other' }

/**
 * Is told of each member of an object that is in no list, as soon as its value begins. `keys` leads to the
 * member; it is valid only during the call. A key may come again.
 */
export type OnMember = (keys: readonly string[], value: MemberValue) => void

/** Reads one JSON document in pieces. Both functions throw an Error for text that is not JSON. */
export interface JsonMembers {
  write(bytes: Uint8Array): void
  /** Tells that the text ends here. */
  end(): void
}

const deepest = 64
/** A key or a text that is longer than this, in bytes, makes the document unreadable. */
const longestToken = 256 * 1024

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or the end' | 'nothing more'

/**
 * Reads the members of a JSON document whose size does not matter: neither the text nor its values are kept.
 * Only the keys that lead to the current place are. Members below so many levels are not told.
 */
export function jsonMembers(levels: number, onMember: OnMember): JsonMembers {
  const tokenizer = new Tokenizer()
  const place = new Place(levels, onMember)
  let sinceToken = 0
  tokenizer.onToken = ({ token, value }) => {
    sinceToken = 0
    place.take(token, typeof value === 'string' ? value : '')
  }
  return {
    write(bytes) {
      sinceToken += bytes.byteLength
      tokenizer.write(bytes)
      if (sinceToken > longestToken) throw new Error(`a text of more than ${longestToken} bytes`)
    },
    end() {
      if (!tokenizer.isEnded) tokenizer.end()
      if (place.expected !== 'nothing more') throw new Error('JSON that was cut off')
    },
  }
}

const object: MemberValue = { kind: 'object' }
const list: MemberValue = { kind: 'list' }
const other: MemberValue = { kind: 'other' }

/** The current place in a document, which each token moves. */
class Place {
  expected: Expected = 'value'
  readonly #open: ('object' | 'list')[] = []
  readonly #keys: string[] = []
  readonly #levels: number
  readonly #onMember: OnMember
  /** How many lists are open. */
  #lists = 0

  constructor(levels: number, onMember: OnMember) {
    this.#levels = levels
    this.#onMember = onMember
  }

  take(token: TokenType, text: string): void {
    switch (token) {
      case TokenType.LEFT_BRACE:
        return this.#begin('object')
      case TokenType.LEFT_BRACKET:
        return this.#begin('list')
      case TokenType.RIGHT_BRACE:
        return this.#finish('object', 'key or }')
      case TokenType.RIGHT_BRACKET:
        return this.#finish('list', 'value or ]')
      case TokenType.COLON:
        return this.#step(':', 'value')
      case TokenType.COMMA:
        return this.#step(', or the end', this.#open.at(-1) === 'object' ? 'key' : 'value')
      case TokenType.STRING:
        return this.expected === 'key' || this.expected === 'key or }' ? this.#key(text) : this.#text(text)
      case TokenType.TRUE:
      case TokenType.FALSE:
      case TokenType.NULL:
      case TokenType.NUMBER:
        return this.#value(other)
      case TokenType.SEPARATOR:
        throw new Error('a second document')
    }
  }

  #key(text: string): void {
    this.#keys[this.#open.length - 1] = text
    this.expected = ':'
  }

  #begin(kind: 'object' | 'list'): void {
    this.#tell(kind === 'object' ? object : list)
    if (this.#open.length >= deepest) throw new Error(`JSON of more than ${deepest} levels`)
    this.#open.push(kind)
    if (kind === 'list') this.#lists += 1
    this.expected = kind === 'object' ? 'key or }' : 'value or ]'
  }

  #finish(kind: 'object' | 'list', empty: Expected): void {
    if (this.#open.at(-1) !== kind || (this.expected !== ', or the end' && this.expected !== empty)) {
      throw this.#unexpected()
    }
    this.#open.pop()
    this.#keys.length = Math.min(this.#keys.length, this.#open.length)
    if (kind === 'list') this.#lists -= 1
    this.#endValue()
  }

  #text(text: string): void {
    this.#value(this.#isTold() ? { kind: 'text', text } : other)
  }

  #value(value: MemberValue): void {
    this.#tell(value)
    this.#endValue()
  }

  #tell(value: MemberValue): void {
    if (this.expected !== 'value' && this.expected !== 'value or ]') throw this.#unexpected()
    if (this.#isTold()) this.#onMember(this.#keys, value)
  }

  #isTold(): boolean {
    const level = this.#open.length
    return level > 0 && level <= this.#levels && this.#lists === 0
  }

  #endValue(): void {
    this.expected = this.#open.length === 0 ? 'nothing more' : ', or the end'
  }

  #step(from: Expected, to: Expected): void {
    if (this.expected !== from) throw this.#unexpected()
    this.expected = to
  }

  #unexpected(): Error {
    return new Error(`JSON that is broken where ${this.expected} should be`)
  }
}
