/** What one look found for one condition. `unreachable` does not mean no: the answer is not known. */
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
