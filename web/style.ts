import { verdictWords } from '../jobs/verdict/verdicts.ts'
import { letterColour, verdictLooks } from '../report/html/verdict-looks.ts'
import { mostKinds } from './trends/figure.ts'

/** The mark of the site in a browser's tab. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1b3a57"/><text x="8" y="12" font-family="sans-serif" font-size="11" font-weight="bold" fill="#fff" text-anchor="middle">N</text></svg>\n'

const verdicts = verdictWords.map(
  (word) => `.v-${word} { background: ${verdictLooks[word].colour}; color: ${letterColour}; }`,
)

const areas = Array.from(
  { length: mostKinds },
  (_, nth) => `.area-${nth} { fill: var(--kind-${nth}); }
.line-${nth} { stroke: var(--kind-${nth}); stroke-dasharray: ${['none', '7 3', '2 4', '9 3 2 3', '4 4', '1 3'][nth]}; }`,
)

const plotStyle = `.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 0 2rem; align-items: start; }
.chart { margin: .5rem 0; }
.chart figcaption { color: inherit; font-size: inherit; }
.chart > svg { display: block; width: 100%; }
.chart text { font-size: 12px; fill: var(--text); }
.patterns { position: absolute; }
.rule { stroke: var(--line); fill: var(--line); }
.hatch { stroke: var(--page); stroke-width: 2; fill: none; }
[class^="line-"] { fill: none; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.legend, .bars, .sparks { list-style: none; padding: 0; }
ul.legend { display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: .9rem; }
.legend svg { width: 24px; height: 12px; vertical-align: middle; }
.bar { display: inline-block; width: 100%; max-width: 20rem; height: 12px; vertical-align: middle; }
.bars .bar { display: block; }
.ground { fill: var(--raised); stroke: var(--line); }
.sparks { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: .5rem 2rem; }
.sparks li { display: flex; gap: 1rem; align-items: center; }
.sparks svg { width: 120px; flex: none; }
.whole { white-space: nowrap; }
summary { cursor: pointer; }
.scroll { overflow-x: auto; }
.numbers { font-size: .85rem; overflow-wrap: normal; }
.numbers th[scope="row"] { font-weight: normal; white-space: nowrap; }
${areas.join('\n')}
`

/** The one style sheet. Colours of text keep a contrast of 4.5 to 1 in both schemes. */
export const style = `:root {
  color-scheme: light dark;
  --page: #ffffff; --text: #1c2024; --quiet: #4d5761; --line: #c3cad1; --raised: #f3f5f7; --link: #0b57a4;
  --kind-0: #0b57a4; --kind-1: #b3261e; --kind-2: #1b6e2d; --kind-3: #8a4b00; --kind-4: #5b3fa0; --kind-5: #4d5761;
}
@media (prefers-color-scheme: dark) {
  :root { --page: #14181c; --text: #e6e9ec; --quiet: #aab4be; --line: #3d4650; --raised: #1e242a; --link: #8ab8f0;
    --kind-0: #8ab8f0; --kind-1: #f59a92; --kind-2: #7fd695; --kind-3: #f0b070; --kind-4: #c3b0f5; --kind-5: #aab4be; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
main, header, footer { max-width: 68rem; margin: 0 auto; padding: 0 1rem; }
a { color: var(--link); }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .5rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: .75rem 0; border-bottom: 1px solid var(--line); }
nav a { padding: .25rem 0; }
nav a[aria-current] { font-weight: bold; color: var(--text); text-decoration: none; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 1rem 0 .5rem; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
p { margin: .4rem 0; }
code { font-size: .9em; background: var(--raised); padding: .1em .3em; border-radius: .2em; }
footer { margin-top: 2rem; color: var(--quiet); font-size: .9rem; }
footer p { border-top: 1px solid var(--line); padding: .5rem 0; }
.whole { white-space: nowrap; }
.place { color: var(--quiet); margin-top: 1rem; }
.card { border: 1px solid var(--line); border-radius: .4rem; padding: .25rem 1rem .75rem; margin: 1rem 0; }
.card h2 { margin-top: .5rem; font-size: 1.3rem; }
.why { font-size: 1.1rem; }
.verdict { display: inline-block; padding: .05em .5em; border-radius: .25em; font-size: .85em; letter-spacing: .02em; white-space: nowrap; }
.strip { display: flex; flex-wrap: wrap; gap: 3px; list-style: none; margin: .75rem 0 0; padding: 0; }
.strip a { display: block; width: 26px; height: 26px; line-height: 26px; text-align: center; text-decoration: none; font-weight: bold; font-size: .85rem; border-radius: 3px; }
.strip.small a { width: 20px; height: 24px; line-height: 24px; font-size: .8rem; }
.legend { color: var(--quiet); font-size: .9rem; }
${verdicts.join('\n')}
.v-open, .v-unreported { background: var(--page); color: var(--text); outline: 1px solid var(--quiet); outline-offset: -1px; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-top: 1px solid var(--line); }
table.tests { table-layout: fixed; }
td:last-child, .tests td { overflow-wrap: anywhere; }
thead th { border-top: 0; color: var(--quiet); font-size: .9rem; font-weight: normal; }
ul, ol { padding-left: 1.4rem; margin: .4rem 0; }
ul.about { list-style: none; padding: 0; }
figure { margin: 1rem 0; }
svg { max-width: 100%; height: auto; }
.plot { width: 30rem; }
.plot .line { fill: none; stroke: var(--link); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.plot .gap { stroke: #b3261e; stroke-width: 2; stroke-dasharray: 3 3; }
figcaption { color: var(--quiet); font-size: .9rem; }
${plotStyle}@media (max-width: 40rem) {
  table, tbody, tr, td { display: block; }
  thead { position: absolute; left: -99rem; }
  tr { border-top: 1px solid var(--line); padding: .35rem 0; }
  td, tbody th { border: 0; padding: .05rem 0; display: block; }
  td:empty { display: none; }
  .numbers { display: table; }
  .numbers thead { display: table-header-group; position: static; }
  .numbers tbody { display: table-row-group; }
  .numbers tr { display: table-row; }
  .numbers th, .numbers tbody th, .numbers td { display: table-cell; padding: .2rem .5rem .2rem 0; }
}
@media (min-width: 56rem) {
  .id { min-width: 15.5rem; }
}
@media print {
  nav, footer, .skip { display: none; }
  a { color: inherit; }
  .verdict, .strip a { print-color-adjust: exact; }
}
`
