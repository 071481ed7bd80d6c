/** A value of the hub: plain JSON, except for numbers that must be sent as a double. */
export type HubValue =
  | null
  | boolean
  | number
  | string
  | Double
  | readonly HubValue[]
  | { readonly [member: string]: HubValue }

/** A number that is always sent as `<double>`. */
export class Double {
  readonly value: number

  constructor(value: number) {
    this.value = value
  }
}

/** Whether a value is a struct. */
export function isStruct(value: HubValue | undefined): value is { readonly [member: string]: HubValue } {
  return typeof value === 'object' && value !== null && !isList(value) && !(value instanceof Double)
}

/** Whether a value is an array. */
export function isList(value: HubValue | undefined): value is readonly HubValue[] {
  return Array.isArray(value)
}

/** A value for the text of an error. */
export function shown(value: HubValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
