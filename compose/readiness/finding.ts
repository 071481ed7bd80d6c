/** What one look at one condition of a compose found. `unreachable` is not a no: nothing is known. */
export type Finding =
  | { readonly kind: 'met'; readonly said: string }
  | { readonly kind: 'not-yet'; readonly said: string }
  | { readonly kind: 'dead'; readonly said: string }
  | { readonly kind: 'unreachable'; readonly said: string }

export function met(said: string): Finding {
  return { kind: 'met', said }
}

export function notYet(said: string): Finding {
  return { kind: 'not-yet', said }
}

export function dead(said: string): Finding {
  return { kind: 'dead', said }
}

export function unreachable(said: string): Finding {
  return { kind: 'unreachable', said }
}
