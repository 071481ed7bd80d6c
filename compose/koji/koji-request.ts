import { imageMethods, type RequestShape } from './koji-method.ts'

/** What a task was asked to make. A text is empty if the request does not say. */
export interface TaskRequest {
  readonly name: string
  readonly version: string
  readonly release: string
  readonly arches: readonly string[]
}

/** Arguments by their names. */
type Named = Readonly<Record<string, unknown>>

const shapes = new Map(imageMethods.map(({ method, request }) => [method, request]))

/**
 * Reads a decoded request by its method. Koji has requests by position, and requests with a struct of named
 * arguments as their last or only part. For an unknown method, it guesses from the form of the texts.
 */
export function readRequest(method: string, request: readonly unknown[]): TaskRequest {
  const named = keywords(request.at(-1))
  const positional = named === null ? request : request.slice(0, -1)
  const shape = shapes.get(method)
  return shape ? byShape(shape, positional, named ?? {}) : byLooks(positional, named ?? {})
}

function byShape(shape: RequestShape, positional: readonly unknown[], named: Named): TaskRequest {
  const args: Named = {
    ...Object.fromEntries(positional.map((value, at) => [shape[at] ?? '', value])),
    ...named,
  }
  const opts = shape.includes('opts') ? optionsOf(positional, named) : {}
  return {
    name: text(args['name']),
    version: (text(opts['version']) || text(args['version'] ?? args['target'])).replace(/^f(?=\d+$)/, ''),
    release: text(shape.includes('release') ? args['release'] : opts['release']),
    arches: words(args['arches'] ?? args['arch']),
  }
}

function byLooks(positional: readonly unknown[], named: Named): TaskRequest {
  const texts = positional.slice(0, 4).filter((part) => typeof part === 'string')
  const { name, version, release } = named
  return {
    name: text(name) || (texts[0] ?? ''),
    version: text(version) || (texts.find((part) => /^(?:rawhide|eln|\d{1,3})$/i.test(part)) ?? ''),
    release:
      text(release) ||
      (texts.find((part) => /^\d{8}(?:\.|$)/.test(part)) ?? text(optionsOf(positional, named)['release'])),
    arches: words(named['arches'] ?? named['arch']),
  }
}

/** The named arguments in the last part of a request. Null if it has none. */
function keywords(last: unknown): Named | null {
  const struct = structOf(last)
  return '__starstar' in struct || '__method__' in struct ? struct : null
}

function optionsOf(positional: readonly unknown[], named: Named): Named {
  return structOf(named['opts'] ?? positional.at(-1))
}

function structOf(value: unknown): Named {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {}
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function words(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/\s/).filter((word) => word !== '')
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : []
}
