import { markup, type Markup } from '../../report/html/markup.ts'

interface Field {
  readonly name: string
  readonly words: string
  readonly example: string
  readonly value: string
}

/** The form that asks which two nights or composes to compare, filled with what is known already. */
export function compareFields(first: string, second: string): Markup {
  const fields = [
    { name: 'a', words: 'The first, such as the last good one', example: 'rawhide/2026-11-23', value: first },
    {
      name: 'b',
      words: 'The second, such as the one that is broken',
      example: 'Fedora-Rawhide-20261124.n.0',
      value: second,
    },
  ]
  return markup`<form action="/compare" method="get">
${fields.map(field)}<p><button type="submit">Compare</button></p>
</form>
<p>A night is named as in its address, a compose by its id, or by the end of it: <code>20261124.n.0</code>.</p>
`
}

function field({ name, words, example, value }: Field): Markup {
  return markup`<p><label for="${name}">${words}</label><br><input type="text" id="${name}" name="${name}" required maxlength="200" size="32" placeholder="${example}" value="${value}"></p>
`
}
