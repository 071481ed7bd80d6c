import type { Report } from '../report.ts'
import { subjectOf } from '../told/subject.ts'
import { closing } from './closing.ts'
import { fitted } from './fit.ts'
import { markup } from './markup.ts'
import { opening } from './opening.ts'
import { sectionMarkup } from './section.ts'
import { sectionsOf } from './sections.ts'

/**
 * The report as the HTML part of a mail: what the text says, with every failed test and its links. It has no
 * images and no scripts, and leaves the colours of page and text to the reader's mail program, light or dark.
 */
export function renderHtml(report: Report): string {
  const sections = fitted(sectionsOf(report)).map(sectionMarkup)
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subjectOf(report)}</title>
</head>
<body style="margin:0;padding:1em;font-family:sans-serif;line-height:1.4">
<div style="max-width:50em">
${opening(report)}${sections}${closing(report)}</div>
</body>
</html>
`.toString()
}
