/**
 * What one look found for one condition. `unreachable` does not mean no: the answer is not known. `refused`:
 * it is not known either, and asking again does not help, because the configuration is wrong.
 */
export type Finding =
  | { readonly kind: 'met'; readonly said: string }
  | {
      readonly kind: 'not-yet'
      readonly said: string
      /** How much of it is done, from 0 to 1; absent where nobody can count it. */
      readonly share?: number
    }
  | { readonly kind: 'dead'; readonly said: string }
  | { readonly kind: 'unreachable'; readonly said: string }
  | { readonly kind: 'refused'; readonly said: string }

export function met(said: string): Finding {
  return { kind: 'met', said }
}

export function notYet(said: string, share?: number): Finding {
  return { kind: 'not-yet', said, ...(share !== undefined && { share }) }
}

export function dead(said: string): Finding {
  return { kind: 'dead', said }
}

export function unreachable(said: string): Finding {
  return { kind: 'unreachable', said }
}

export function refused(said: string): Finding {
  return { kind: 'refused', said }
}
