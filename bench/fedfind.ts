import { pythonWith } from './private-python.ts'

/** A Python with fedfind; null if it cannot be installed. */
export function pythonWithFedfind(): Promise<string | null> {
  return pythonWith('fedfind', '6.1.4')
}
