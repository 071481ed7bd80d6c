import { safeLine } from '../../compose/safe-line.ts'
import { listed } from '../../report/counted.ts'
import { markup, type Markup } from '../../report/html/markup.ts'
import { compareForm } from '../forms/compare.ts'
import { pageJson } from '../page-form.ts'
import type { WebPage } from '../page.ts'
import { compareFields } from '../parts/compare-fields.ts'
import type { ComparedSide, MeantComposes } from '../parts/compared-side.ts'
import { comparePath } from '../parts/paths.ts'

/** Asks which two to compare. */
export function askPage(): WebPage {
  return {
    title: 'Compare',
    body: markup`<h1>Compare two nights, or two composes</h1>
${compareFields('', '')}`,
    json: nothingCompared,
  }
}

/** A name that was given, and what it means. */
type Named = readonly [name: string, meant: ComparedSide | MeantComposes]

/** Asks again, with what was given: which of two names are unknown, or which composes one may mean. */
export function namesPage(first: Named, second: Named): WebPage {
  const unknown = [first, second].flatMap(([name, meant]) => (composesOf(meant).length === 0 ? [name] : []))
  const title =
    unknown.length > 0
      ? `The archive knows no night or compose ${shown(unknown)}`
      : `Several composes end so: ${shown([first, second].flatMap(([name, meant]) => ('composes' in meant ? [name] : [])))}`
  return {
    title,
    status: 404,
    body: markup`<h1>${title}</h1>
${unknown.length > 0 ? markup`<p><a href="/composes">These composes</a> it knows.</p>` : choices(first[1], second[1])}
${compareFields(first[0], second[0])}`,
    json: nothingCompared,
  }
}

function shown(names: readonly string[]): string {
  return listed(names.map((name) => safeLine(name, 80)))
}

/** A comparison for each pair that can be meant. */
function choices(first: Named[1], second: Named[1]): Markup {
  const pairs = composesOf(first).flatMap((from) => composesOf(second).map((to) => [from, to] as const))
  return markup`<ul>${pairs.map(
    ([from, to]) => markup`<li><a href="${comparePath(from, to)}">${from} and ${to}</a></li>
`,
  )}</ul>`
}

function composesOf(meant: Named[1]): readonly string[] {
  return 'composes' in meant ? meant.composes : [meant.name]
}

const nothingCompared = pageJson(compareForm, { from: null, to: null, tests: null, images: null })
