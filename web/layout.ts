import { minuteOf } from '../report/minute.ts'
import { markup, nothing, type Markup } from '../report/html/markup.ts'
import type { WebPage } from './page.ts'

/** What a page gives to its frame. */
type FramedPage = Pick<WebPage, 'title' | 'body' | 'feed'>

/** What the frame of a page needs besides the page. */
export interface Frame {
  /** The path of the page, as it was asked for. */
  readonly path: string
  readonly now: Date
  /** Whether the page becomes a file. */
  readonly isCopy: boolean
  /** Whether the page is there as JSON. */
  readonly hasJson: boolean
}

/** The pages that every page leads to. */
export const places = [
  ['/', 'Streams'],
  ['/composes', 'Composes'],
  ['/compare', 'Compare'],
  ['/bugs', 'Bugs'],
  ['/trends', 'Trends'],
] as const

/** A whole HTML document. */
export function documentOf({ title, body, feed }: FramedPage, { path, now, hasJson, isCopy }: Frame): string {
  const json = jsonPath(path)
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Nightjar</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${hasJson ? markup`<link rel="alternate" type="application/json" href="${json}">` : nothing}
${feed === undefined ? nothing : markup`<link rel="alternate" type="application/atom+xml" title="Reports" href="${feed}">`}
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header><nav aria-label="Pages">${placesOf(isCopy).map((place) => placeLink(place, path))}</nav></header>
<main id="main">
${body}</main>
${footer(now, hasJson ? json : undefined, feed)}</body>
</html>
`.toString()
}

/** The path of a page as JSON: `/index.json`, `/rawhide.json`. */
function jsonPath(path: string): string {
  return path === '/' ? '/index.json' : `${path}.json`
}

/** Nobody can answer the form of a copy. */
function placesOf(isCopy: boolean): readonly (typeof places)[number][] {
  return places.filter(([href]) => !isCopy || href !== '/compare')
}

function placeLink([href, words]: (typeof places)[number], path: string): Markup {
  const here = path === href ? markup` aria-current="page"` : nothing
  return markup`<a href="${href}"${here}>${words}</a>
`
}

function footer(now: Date, json?: string, feed?: string): Markup {
  const forms = [
    ...(json === undefined ? [] : [markup` · <a href="${json}">JSON</a>`]),
    ...(feed === undefined ? [] : [markup` · <a href="${feed}">Atom</a>`]),
  ]
  return markup`<footer><p>Nightjar. This page is as of <time datetime="${now.toISOString()}">${minuteOf(now.toISOString())}</time>.${forms}</p></footer>
`
}
