import { pythonWith } from './private-python.ts'

/** A Python that has fedfind; null where it cannot be had. */
export function pythonWithFedfind(): Promise<string | null> {
  return pythonWith('fedfind', '6.1.4')
}
