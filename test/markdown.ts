/** The rows of the first table whose first heading cell is `heading`, trimmed and without code marks. */
export function tableOf(text: string, heading: string): readonly (readonly string[])[] {
  const lines = text.split('\n')
  const start = lines.findIndex(
    (line, at) => cellsOf(line)[0] === heading && /^\| ?-/.test(lines[at + 1] ?? ''),
  )
  if (start < 0) throw new Error(`there is no table whose first column is ${heading}`)
  const after = lines.slice(start + 2)
  const end = after.findIndex((line) => !line.startsWith('|'))
  return after.slice(0, end < 0 ? after.length : end).map(cellsOf)
}

/** What the links of a Markdown text lead to, inside the project, without anchors. */
export function localLinksOf(text: string): readonly string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  return targets
    .filter((target) => !/^(?:[a-z]+:|#)/.test(target))
    .map((target) => target.replace(/#.*$/, ''))
}

function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim().replaceAll('`', ''))
}
