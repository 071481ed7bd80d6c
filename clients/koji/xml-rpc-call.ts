import CustomType from 'xmlrpc/lib/customtype.js'
import { serializeMethodCall } from 'xmlrpc/lib/serializer.js'

/** A value that XML-RPC can carry. Times are numbers (epoch seconds): Koji refuses `dateTime`. */
export type XmlRpcValue =
  | null
  | boolean
  | number
  | string
  | readonly XmlRpcValue[]
  | { readonly [member: string]: XmlRpcValue }

class Long extends CustomType {
  override tagName = 'i8'
}

const maxDepth = 50
const unsendable = /[^\P{Cc}\t\n]|[\ufffe\uffff]/u

/**
 * A call as XML text.
 * @throws TypeError with the path of an argument that XML-RPC cannot carry, such as a Date.
 */
export function methodCall(method: string, args: readonly XmlRpcValue[]): string {
  return serializeMethodCall(
    method,
    args.map((arg, index) => wire(arg, `${method}[${index}]`, 0)),
  )
}

function wire(value: unknown, path: string, depth: number): unknown {
  if (depth > maxDepth) throw new TypeError(`${path} is nested more than ${maxDepth} deep`)
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return text(value, path)
  if (typeof value === 'number') return number(value, path)
  if (Array.isArray(value)) return value.map((item, index) => wire(item, `${path}[${index}]`, depth + 1))
  if (isPlain(value)) return struct(value, path, depth)
  throw new TypeError(`${path} is ${nameOf(value)}, which XML-RPC cannot carry; ${advice(value)}`)
}

function text(value: string, path: string): string {
  if (!unsendable.test(value) && value.isWellFormed()) return value
  throw new TypeError(
    `${path} holds a character that XML cannot carry: ${JSON.stringify(value.slice(0, 60))}`,
  )
}

function number(value: number, path: string): unknown {
  if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}; send a finite number`)
  if (!Number.isInteger(value)) return value
  if (!Number.isSafeInteger(value)) throw new TypeError(`${path} is ${value}, too large to be exact`)
  return value === (value | 0) ? value : new Long(String(value))
}

function struct(value: object, path: string, depth: number): unknown {
  const members = Object.entries(value).map(([name, member]) => {
    return [text(name, `${path}, the name of a member,`), wire(member, `${path}.${name}`, depth + 1)] as const
  })
  return Object.fromEntries(members)
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function nameOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) return `a ${value.constructor.name}`
  return value === undefined ? 'undefined' : `a ${typeof value}`
}

function advice(value: unknown): string {
  if (value instanceof Date) return 'send epoch seconds'
  return value === undefined ? 'send null, or leave the member out' : 'send plain JSON'
}
