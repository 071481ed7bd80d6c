import { Double, isList, type HubValue } from './value.ts'

/** The XML of an answer, with line ends like Koji's own marshaller. */
export function writeResponse(value: HubValue): string {
  return `<?xml version='1.0'?>\n<methodResponse>\n<params>\n<param>\n${write(value)}</param>\n</params>\n</methodResponse>\n`
}

/** The XML of a fault. */
export function writeFault(code: number, text: string): string {
  const fault = write({ faultCode: code, faultString: text })
  return `<?xml version='1.0'?>\n<methodResponse>\n<fault>\n${fault}</fault>\n</methodResponse>\n`
}

/** The XML of a call, as Koji's database stores the request of a task. */
export function writeCall(method: string, params: readonly HubValue[]): string {
  const written = params.map((param) => `<param>\n${write(param)}</param>\n`).join('')
  return `<?xml version='1.0'?>\n<methodCall>\n<methodName>${method}</methodName>\n<params>\n${written}</params>\n</methodCall>\n`
}

function write(value: HubValue): string {
  return `<value>${element(value)}</value>\n`
}

function element(value: HubValue): string {
  if (value === null) return '<nil/>'
  if (typeof value === 'string') return `<string>${escaped(value)}</string>`
  if (typeof value === 'boolean') return `<boolean>${value ? 1 : 0}</boolean>`
  if (typeof value === 'number') return number(value)
  if (value instanceof Double) return `<double>${double(value.value)}</double>`
  if (isList(value)) return `<array><data>\n${value.map(write).join('')}</data></array>`
  const members = Object.entries(value).map(([name, member]) => {
    return `<member>\n<name>${escaped(name)}</name>\n${write(member)}</member>\n`
  })
  return `<struct>\n${members.join('')}</struct>`
}

function number(value: number): string {
  if (!Number.isInteger(value)) return `<double>${value}</double>`
  return value === (value | 0) ? `<int>${value}</int>` : `<i8>${value}</i8>`
}

function double(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
