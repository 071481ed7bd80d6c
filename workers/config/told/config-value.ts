/** Where a value of the configuration comes from. */
export type Origin =
  | { readonly kind: 'file'; readonly file: string; readonly line: number | null }
  /** An environment variable, or the file that it names. */
  | { readonly kind: 'variable'; readonly variable: string; readonly file: string | null }
  | { readonly kind: 'default' }
  /** It has no default, and nothing sets it. */
  | { readonly kind: 'none' }

/** A value as it would be written in the file. */
export type Written = string | number | boolean | readonly unknown[]

/** A value of the configuration, without passwords and the paths of webhooks. */
export interface ConfigValue {
  /** `patience.find.look` */
  readonly key: string
  /** Null where nothing sets it. */
  readonly value: Written | null
  readonly from: Origin
}

/** A secret, of which only its place is told. */
export interface SecretPlace {
  readonly name: string
  readonly from:
    | Exclude<Origin, { kind: 'default' }>
    /** A file that may have it cannot be read by this user. */
    | { readonly kind: 'unreadable'; readonly why: string }
}
