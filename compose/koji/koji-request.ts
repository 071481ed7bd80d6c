import { imageMethods, type RequestShape } from './koji-method.ts'

/** What a task was asked to make. A text is empty if the request does not say. */
export interface TaskRequest {
  readonly name: string
  readonly version: string
  readonly release: string
  readonly arches: readonly string[]
}

const shapes = new Map(imageMethods.map(({ method, request }) => [method, request]))

/** Reads a decoded request by its method. For an unknown method, it guesses from the form of the texts. */
export function readRequest(method: string, request: readonly unknown[]): TaskRequest {
  const shape = shapes.get(method)
  return shape ? byPosition(shape, request) : byLooks(request)
}

function byPosition(shape: RequestShape, request: readonly unknown[]): TaskRequest {
  return {
    name: text(at(request, shape.name)),
    version: text(at(request, shape.version)).replace(/^f(?=\d+$)/, ''),
    release: shape.release === 'opts' ? releaseOption(request) : text(request[shape.release]),
    arches: words(request[shape.arches]),
  }
}

function byLooks(request: readonly unknown[]): TaskRequest {
  const texts = request.slice(0, 4).filter((part) => typeof part === 'string')
  return {
    name: texts[0] ?? '',
    version: texts.find((part) => /^(?:rawhide|eln|\d{1,3})$/i.test(part)) ?? '',
    release: texts.find((part) => /^\d{8}(?:\.|$)/.test(part)) ?? releaseOption(request),
    arches: [],
  }
}

function releaseOption(request: readonly unknown[]): string {
  const options = request.at(-1)
  if (typeof options !== 'object' || options === null || !('release' in options)) return ''
  return text(options.release)
}

function at(request: readonly unknown[], position: number | undefined): unknown {
  return position === undefined ? undefined : request[position]
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function words(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/\s/).filter((word) => word !== '')
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : []
}
