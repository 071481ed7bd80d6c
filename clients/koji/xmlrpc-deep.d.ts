/** The parts of the npm package `xmlrpc` that its public API (and `@types/xmlrpc`) leaves out. */

declare module 'xmlrpc/lib/serializer.js' {
  /** Writes a call as XML; the package checks nothing and sends what it does not know as an empty string. */
  export function serializeMethodCall(method: string, params: readonly unknown[]): string
}

declare module 'xmlrpc/lib/customtype.js' {
  /** A value whose element the caller chooses: its text goes into an element named `tagName`. */
  export default class CustomType {
    tagName: string
    constructor(raw: string)
  }
}

declare module 'xmlrpc/lib/deserializer.js' {
  /**
   * Builds a value out of XML events, bottom up, on `stack`; `marks` holds where each open array or struct began.
   * Element names are upper case. `end…` methods get the text of the element that closes.
   */
  export default class Deserializer {
    type: 'methodresponse' | 'methodcall' | null
    responseType: 'params' | 'fault' | null
    value: boolean
    /** The texts of the element that is open. */
    data: string[]
    readonly stack: unknown[]
    readonly marks: number[]
    push(value: unknown): void
    onOpentag(element: { readonly name: string }): void
    onText(text: string): void
    onClosetag(name: string): void
    onError(problem: unknown): void
    endInt(text: string): void
    endI8(text: string): void
    endDouble(text: string): void
    endString(text: string): void
    endStruct(text: string): void
    endBase64(text: string): void
    endDateTime(text: string): void
  }
}
