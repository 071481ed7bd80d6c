/** The part of the npm package `saxen`, which comes without types, that is used here. */

declare module 'saxen' {
  /** The text with XML's five entities and references by number made plain; what it does not know stays as it is. */
  export type Decode = (text: string) => string

  /** Tells its listeners of tags and texts in their order; an element in one tag opens and closes. */
  export class Parser {
    on(event: 'openTag', listener: (name: string, attributes: () => object) => void): this
    on(event: 'closeTag', listener: (name: string) => void): this
    on(event: 'text', listener: (raw: string, decode: Decode) => void): this
    on(event: 'cdata', listener: (text: string) => void): this
    /** `attention` is `<!…>` that is neither CDATA nor a comment, `question` is `<?…?>`; both are told whole. */
    on(event: 'attention' | 'question', listener: (markup: string) => void): this
    /** Told of what it would read over: an attribute that is none, text outside of the root. */
    on(event: 'warn', listener: (problem: Error) => void): this
    /** @throws Error for tags that do not match or do not end, and whatever a listener throws. */
    parse(xml: string): void
  }
}
