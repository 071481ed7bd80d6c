import type { HubValue } from './value.ts'

/** A parsed call. A `dateTime`, which Koji accepts but cannot use, becomes a struct with that name. */
export interface HubCall {
  readonly method: string
  readonly params: readonly HubValue[]
}

/** Thrown for a request that is not a call. The hub answers it with 400 and this text, not with a fault. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

interface Element {
  readonly name: string
  readonly children: Element[]
  text: string
}

const token = /<!\[CDATA\[(?<cdata>[^]*?)\]\]>|<(?<close>\/?)(?<name>[\w.]+)\s*(?<empty>\/?)>|(?<text>[^<]+)/y
const maxDepth = 200

/**
 * Reads a method call.
 * @throws Unreadable for what Python's parser refuses: bad XML, a DTD, entities, no text.
 */
export function readCall(xml: string): HubCall {
  if (xml === '') throw new Unreadable('Empty request')
  const entity = /<!ENTITY\s+(?<name>\w+)/.exec(xml)?.groups
  if (entity) {
    throw new Unreadable(`EntitiesForbidden(name='${entity['name']}', system_id=None, public_id=None)`)
  }
  const doctype = /<!DOCTYPE\s+(?<name>\w+)/.exec(xml)?.groups
  if (doctype) throw new Unreadable(`DTDForbidden(name='${doctype['name']}', system_id=None, public_id=None)`)
  const call = document(xml.replace(/^\s*<\?xml[^>]*\?>/, ''))
  if (call.name !== 'methodCall') throw new Unreadable(`not a methodCall but a ${call.name}`)
  const params = child(call, 'params')?.children ?? []
  return {
    method: child(call, 'methodName')?.text ?? '',
    params: params.map(({ children }) => read(children[0])),
  }
}

function document(xml: string): Element {
  const top: Element = { name: '', children: [], text: '' }
  const open = [top]
  token.lastIndex = 0
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex
    const found = token.exec(xml)?.groups
    if (!found) throw new Unreadable(`not well-formed (invalid token): line 1, column ${at}`)
    take(found, open)
  }
  const [root] = top.children
  if (open.length !== 1 || !root) throw new Unreadable(`no element found: line 1, column ${xml.length}`)
  return root
}

function take(
  { cdata, close, name, empty, text }: Record<string, string | undefined>,
  open: Element[],
): void {
  const current = open.at(-1)
  if (!current) throw new Unreadable('junk after document element')
  if (name === undefined) {
    current.text += cdata ?? plain(text ?? '')
  } else if (close) {
    if (current.name !== name) throw new Unreadable(`mismatched tag: </${name}>`)
    open.pop()
  } else {
    const element: Element = { name, children: [], text: '' }
    current.children.push(element)
    if (!empty && open.push(element) > maxDepth) throw new Unreadable('nested too deep')
  }
}

function read(value: Element | undefined): HubValue {
  const [typed] = value?.children ?? []
  if (!typed) return value?.text ?? ''
  switch (typed.name) {
    case 'nil':
      return null
    case 'boolean':
      return typed.text === '1'
    case 'int':
    case 'i4':
    case 'i8':
    case 'double':
      return Number(typed.text)
    case 'string':
      return typed.text
    case 'array':
      return (child(typed, 'data')?.children ?? []).map(read)
    case 'struct':
      return Object.fromEntries(
        typed.children.map((member) => [nameOf(member), read(child(member, 'value'))]),
      )
    default:
      return { [typed.name]: typed.text }
  }
}

function nameOf(member: Element): string {
  return child(member, 'name')?.text ?? ''
}

function child({ children }: Element, name: string): Element | undefined {
  return children.find((element) => element.name === name)
}

function plain(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
  return text.replaceAll(
    /&(?:#x(?<hex>[\da-f]+)|#(?<code>\d+)|(?<name>\w+));/gi,
    (whole, hex, code, name) => {
      if (name) return named[name] ?? whole
      return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(code))
    },
  )
}
