/** An exception inside the hub, which becomes a fault. */
export class HubFault extends Error {
  override readonly name = 'HubFault'
  readonly code: number
  /** The Python class, which comes before the text of an untyped exception (code 1); null for Koji's own. */
  readonly python: string | null
  /** Raised while a query runs; an unlimited query runs while the answer is written. */
  readonly inQuery: boolean
  /** The stored fault of a task, raised again: it has no traceback. */
  readonly stored: boolean

  private constructor(
    code: number,
    text: string,
    traits: Partial<Pick<HubFault, 'python' | 'inQuery' | 'stored'>>,
  ) {
    super(text)
    this.code = code
    this.python = traits.python ?? null
    this.inQuery = traits.inQuery ?? false
    this.stored = traits.stored ?? false
  }

  static koji(code: number, text: string): HubFault {
    return new HubFault(code, text, {})
  }

  static python(python: string, text: string): HubFault {
    return new HubFault(1, text, { python })
  }

  static query(python: string, text: string): HubFault {
    return new HubFault(1, text, { python, inQuery: true })
  }

  static ofTask(code: number, text: string): HubFault {
    return new HubFault(code, text, { stored: true })
  }
}

/** Koji's GenericError. */
export function generic(text: string): HubFault {
  return HubFault.koji(1000, text)
}

/** Koji's ParameterError. */
export function badParameter(text: string): HubFault {
  return HubFault.koji(1019, text)
}
