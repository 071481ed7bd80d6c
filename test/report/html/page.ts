import { parse, type DefaultTreeAdapterTypes, type ParserError } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode

/** An element of a page. */
export interface Element {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

/** A page as a strict reader of HTML sees it. */
export interface Page {
  readonly mistakes: readonly string[]
  readonly elements: readonly Element[]
  /** Everything that a reader sees, in one line. */
  readonly text: string
}

/** Reads a page. */
export function pageOf(source: string): Page {
  const mistakes: string[] = []
  const { childNodes } = parse(source, { onParseError: ({ code }: ParserError) => mistakes.push(code) })
  return {
    mistakes,
    elements: childNodes.flatMap(elementsOf),
    text: oneLine(childNodes.map(textOf).join(' ')),
  }
}

function elementsOf(node: Node): readonly Element[] {
  if (!('tagName' in node)) return []
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
  return [
    {
      tag: node.tagName,
      attributes,
      // Of a large page only few are asked for.
      get text() {
        return oneLine(textOf(node))
      },
    },
    ...node.childNodes.flatMap(elementsOf),
  ]
}

const blocks = ['p', 'br', 'li', 'td', 'th', 'tr', 'h1', 'h2', 'title', 'body', 'ul', 'table']

function textOf(node: Node): string {
  if ('value' in node) return node.value
  if (!('childNodes' in node)) return ''
  const inside = node.childNodes.map(textOf).join('')
  return 'tagName' in node && blocks.includes(node.tagName) ? ` ${inside} ` : inside
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
