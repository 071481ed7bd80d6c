import Deserializer from 'xmlrpc/lib/deserializer.js'

import { readTokens } from './xml-rpc-tokens.ts'

/** A fault of a service: its code and text. */
export interface MethodFault {
  readonly code: number
  readonly text: string
}

/** The result of a call. Values are plain JSON; dates, base64 and an `i8` too large to be exact are text. */
export type MethodAnswer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly fault: MethodFault }

/** Called with each struct when it is read, the innermost first. Its return value replaces the struct. */
export type Revive = (struct: Readonly<Record<string, unknown>>) => unknown

/**
 * Reads a method response.
 * @throws Error that says what is wrong; a partial answer is never returned.
 */
export function parseAnswer(xml: string, revive: Revive = asItIs): MethodAnswer {
  const reader = new PlainJson(revive)
  readTokens(xml, reader)
  const [value, ...rest] = reader.stack
  if (reader.type !== 'methodresponse' || value === undefined || rest.length > 0) {
    throw new Error('it is not a method response with one value')
  }
  if (reader.responseType === 'params') return { kind: 'value', value }
  const fault = asFault(value)
  if (fault === null) throw new Error('its fault has no code and text')
  return { kind: 'fault', fault }
}

/** The fault in a struct; null if the struct is not a fault. */
export function asFault(value: unknown): MethodFault | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('faultCode' in value && 'faultString' in value)) return null
  const { faultCode, faultString } = value
  return typeof faultCode === 'number' ? { code: faultCode, text: String(faultString) } : null
}

/** The package's deserializer, made strict: it reads `12abc` as 12 and lets a member set the prototype. */
class PlainJson extends Deserializer {
  readonly #revive: Revive
  #last = ''

  constructor(revive: Revive) {
    super()
    this.#revive = revive
  }

  override onOpentag(element: { readonly name: string }): void {
    if (element.name === 'NAME' && this.#last !== 'MEMBER')
      throw new Error('a member does not begin with its name')
    this.#last = element.name
    super.onOpentag(element)
  }

  /** Most elements have one text. An array literal takes a tenth of the memory of a push. */
  override onText(text: string): void {
    if (this.data.length === 0) this.data = [text]
    else super.onText(text)
  }

  override onError(problem: unknown): never {
    throw problem instanceof Error ? problem : new Error(String(problem))
  }

  override endInt(text: string): void {
    const digits = text.trim()
    if (!/^[+-]?\d+$/.test(digits)) throw new Error(`"${text.slice(0, 30)}" is not an integer`)
    const value = Number(digits)
    this.#put(Number.isSafeInteger(value) ? value : digits)
  }

  override endI8(text: string): void {
    this.endInt(text)
  }

  override endDouble(text: string): void {
    const value = text.trim() === '' ? Number.NaN : Number(text)
    if (!Number.isFinite(value)) throw new Error(`"${text.slice(0, 30)}" is not a number`)
    this.#put(value)
  }

  override endBase64(text: string): void {
    this.endString(text)
  }

  override endDateTime(text: string): void {
    this.endString(text)
  }

  override endStruct(): void {
    const members = this.stack.splice(this.marks.pop() ?? 0)
    const struct: Record<string, unknown> = {}
    for (let at = 0; at < members.length; at += 2) {
      const name = members[at]
      if (typeof name !== 'string' || at + 1 === members.length)
        throw new Error('a struct has a broken member')
      if (name === '__proto__') throw new Error('a member is named __proto__')
      struct[name] = members[at + 1]
    }
    this.#put(this.#revive(struct))
  }

  #put(value: unknown): void {
    this.push(value)
    this.value = false
  }
}

function asItIs(struct: unknown): unknown {
  return struct
}
