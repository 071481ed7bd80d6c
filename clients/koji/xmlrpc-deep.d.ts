/** Types for internal parts of the npm package `xmlrpc`, which `@types/xmlrpc` leaves out. */

declare module 'xmlrpc/lib/serializer.js' {
  /** Writes a call as XML. The package checks nothing and sends unknown values as an empty string. */
  export function serializeMethodCall(method: string, params: readonly unknown[]): string
}

declare module 'xmlrpc/lib/customtype.js' {
  /** A value in an element of the caller's choice, named `tagName`. */
  export default class CustomType {
    tagName: string
    constructor(raw: string)
  }
}

declare module 'xmlrpc/lib/deserializer.js' {
  /**
   * Builds a value from XML events, bottom up, on `stack`. `marks` has the start of each open array or
   * struct. Element names are upper case. `end…` methods get the text of the closing element.
   */
  export default class Deserializer {
    type: 'methodresponse' | 'methodcall' | null
    responseType: 'params' | 'fault' | null
    value: boolean
    /** The texts of the open element. */
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
