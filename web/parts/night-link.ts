import { markup, type Markup } from '../../report/html/markup.ts'
import { nameOfRun, nightPath } from './paths.ts'

/** `night 2026-11-24`, `candidate RC-1.2` */
export function runWords(run: string): string {
  return `${run.startsWith('candidate/') ? 'candidate' : 'night'} ${nameOfRun(run)}`
}

/** The name of a night, which leads to its page. */
export function nightLink(run: string): Markup {
  return markup`<a href="${nightPath(run)}">${nameOfRun(run)}</a>`
}
