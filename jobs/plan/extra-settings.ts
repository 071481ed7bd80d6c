import { markerSetting } from './marker.ts'

/** Settings that identify a post or could cancel other jobs: extra settings must not change them. */
const reserved: Readonly<Record<string, string>> = {
  DISTRI: 'it names what is tested',
  FLAVOR: 'it names the post',
  ARCH: 'it names the post',
  BUILD: 'it names the post, and becomes <compose>-EXTRA automatically',
  [markerSetting]: 'Nightjar finds the jobs of the post by it',
  _OBSOLETE: 'it cancels running jobs; use force instead',
  _ONLY_OBSOLETE_SAME_BUILD: 'it belongs to force',
  _FORCE_OBSOLETE: 'it cancels running jobs; use force instead',
  _DEPRIORITIZEBUILD: 'it can cancel the jobs of other builds',
  _FORCE_DEPRIORITIZEBUILD: 'it can cancel the jobs of other builds',
}

/** What is wrong with extra settings, one sentence each. */
export function extraSettingMistakes(settings: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(settings).flatMap((name) => {
    if (!/^[A-Z_][A-Z\d_]*$/.test(name))
      return [`"${name}" is not an openQA setting: they are upper-case words`]
    const why = Object.hasOwn(reserved, name) ? reserved[name] : undefined
    return why === undefined ? [] : [`${name} may not be set: ${why}`]
  })
}
