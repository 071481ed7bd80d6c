import { formatComposeId, typeSuffixes, type ComposeId } from './compose-id.ts'

/**
 * The form of the ids of one line of composes: `Fedora-Rawhide-<date>.n.<respin>`. `<release>` stands for a
 * number such as 44, `<version>` for one that may have dots, such as 10.1, `<date>` for `YYYYMMDD` and
 * `<respin>` for a number. Letter case does not matter, because Fedora writes eln and ELN.
 */
export type IdForm = string

const holes: Readonly<Record<string, string>> = {
  release: '[1-9]\\d*',
  version: '\\d+(?:\\.\\d+)*',
  date: '\\d{8}',
  respin: '\\d+',
}
const compiled = new Map<IdForm, RegExp>()

/** Whether an id has a form. */
export function hasForm(id: ComposeId, form: IdForm): boolean {
  return patternOf(form).test(formatComposeId(id))
}

/** Whether a text is the form of ids of Pungi. */
export function isIdForm(text: string): boolean {
  const parts = /^[A-Z][\w.-]*-(?:<release>-|<version>-)?[a-z-]*<date>(\.[a-z]+)?\.<respin>$/.exec(text)
  return parts !== null && Object.values<string>(typeSuffixes).includes(parts[1] ?? '')
}

/** A form with what is known of an id filled in: `Fedora-44-20261124.n.*`. */
export function filledForm(form: IdForm, version: string | null, date: string | null): string {
  return form
    .replace(/<release>|<version>/, version ?? '*')
    .replace('<date>', date ?? '*')
    .replace('<respin>', '*')
}

function patternOf(form: IdForm): RegExp {
  const known = compiled.get(form)
  if (known !== undefined) return known
  const source = form
    .split(/(<\w+>)/)
    .map((part) => (part.startsWith('<') ? (holes[part.slice(1, -1)] ?? part) : RegExp.escape(part)))
    .join('')
  const pattern = new RegExp(`^${source}$`, 'i')
  compiled.set(form, pattern)
  return pattern
}
