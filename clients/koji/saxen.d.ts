/** Types for the used part of the npm package `saxen`, which has none. */

declare module 'saxen' {
  /** Decodes XML's five entities and numeric references. It leaves others unchanged. */
  export type Decode = (text: string) => string

  /** Calls its listeners for tags and texts in order. A self-closing element opens and closes. */
  export class Parser {
    on(event: 'openTag', listener: (name: string, attributes: () => object) => void): this
    on(event: 'closeTag', listener: (name: string) => void): this
    on(event: 'text', listener: (raw: string, decode: Decode) => void): this
    on(event: 'cdata', listener: (text: string) => void): this
    /** `attention` is `<!…>` except CDATA and comments, `question` is `<?…?>`; both are passed whole. */
    on(event: 'attention' | 'question', listener: (markup: string) => void): this
    /** Called for errors that the parser ignores: malformed attributes, text outside of the root. */
    on(event: 'warn', listener: (problem: Error) => void): this
    /** @throws Error for tags that do not match or do not end, and whatever a listener throws. */
    parse(xml: string): void
  }
}
