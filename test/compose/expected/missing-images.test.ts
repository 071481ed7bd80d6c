import { describe, expect, test } from 'vitest'
import { notAccepted } from '../../../compose/expected/acceptance-state.ts'
import { imageChanges, missingImages, type HeldImages } from '../../../compose/expected/missing-images.ts'
import { imageIdentity } from '../../../compose/images/image.ts'
import type { UsualImage } from '../../../compose/images/usual-image.ts'
import type { ExplainedImage } from '../../../compose/koji/koji-explanation.ts'
import { isoImage } from '../images/iso-image.ts'

const kde = 'KDE live x86_64'
const mate = 'MATE live x86_64'
const server = isoImage('Server dvd x86_64')

/** An image that the list of expected images names, and the compose does not have. */
function listed(name: string, blocking: boolean): ExplainedImage {
  const { subvariant, type, arch } = isoImage(name)
  return { subvariant, type, arch, blocking, why: 'the list has it', koji: null }
}

/** An image that most of the last 20 composes had. */
function usual(name: string, seen = 15): UsualImage {
  const image = isoImage(name)
  return { ...image, identity: imageIdentity(image), seen, of: 20, lastCompose: `last with ${name}` }
}

function held(otherwise: Partial<HeldImages> = {}): HeldImages {
  const judged = { expected: 3, missing: [] }
  return {
    images: [server],
    judged,
    required: null,
    usual: [],
    before: null,
    beforeCompose: null,
    explanations: {},
    acceptance: () => notAccepted,
    ...otherwise,
  }
}

function judgedMissing(...missing: readonly ExplainedImage[]): Pick<HeldImages, 'judged'> {
  return { judged: { expected: 3, missing } }
}

/** The missing images as `need: name`. */
function missingIn(otherwise: Partial<HeldImages>): readonly string[] {
  return missingImages(held(otherwise)).map(
    ({ need, subvariant, type, arch }) => `${need}: ${subvariant} ${type} ${arch}`,
  )
}

describe('a missing image', () => {
  test.each<[string, Partial<HeldImages>, readonly string[]]>([
    ['none where all are there', {}, []],
    ['required where the list calls it blocking', judgedMissing(listed(kde, true)), [`required: ${kde}`]],
    ['expected where the list has it', judgedMissing(listed(kde, false)), [`expected: ${kde}`]],
    [
      'required where the configuration names it, whatever the list says',
      { ...judgedMissing(listed(kde, false)), required: [kde] },
      [`required: ${kde}`],
    ],
    [
      'expected where the configuration names others, whatever the list says',
      { ...judgedMissing(listed(kde, true)), required: ['Server dvd x86_64'] },
      [`expected: ${kde}`],
    ],
    ['required where only the configuration names it', { required: [kde] }, [`required: ${kde}`]],
    ['none where the compose has what the configuration names', { required: ['Server dvd x86_64'] }, []],
    ['usual where only the last composes had it', { usual: [usual(kde)] }, [`usual: ${kde}`]],
    ['none where few composes had it', { usual: [usual(kde, 10)] }, []],
    ['none where it is there, and usual', { usual: [usual('Server dvd x86_64')] }, []],
    [
      'told once where it is usual and expected',
      { ...judgedMissing(listed(kde, false)), usual: [usual(kde)] },
      [`expected: ${kde}`],
    ],
    [
      'told once where it is usual and required',
      { required: [kde], usual: [usual(kde)] },
      [`required: ${kde}`],
    ],
    [
      'none where the compose has it in another spelling',
      { images: [isoImage('Minimal_Appliance raw-xz armhfp')], usual: [usual('Minimal raw-xz armhfp')] },
      [],
    ],
    [
      'none where its type was renamed since the compose before',
      {
        images: [isoImage('Cloud_Base container x86_64')],
        before: [isoImage('Cloud_Base docker x86_64')],
        usual: [usual('Cloud_Base docker x86_64')],
      },
      [],
    ],
    [
      'told once where the configuration names it in other letters',
      { ...judgedMissing(listed(kde, false)), required: [kde.toLowerCase()] },
      [`required: ${kde}`],
    ],
    [
      'none where its type was renamed some nights ago',
      {
        images: [isoImage('Cloud_Base container x86_64')],
        before: [isoImage('Cloud_Base container x86_64')],
        usual: [usual('Cloud_Base docker x86_64'), usual('Cloud_Base container x86_64', 3)],
      },
      [],
    ],
    [
      'one where the compose has another usual image of its subvariant',
      {
        images: [isoImage('KDE raw-xz x86_64')],
        usual: [usual(kde), usual('KDE raw-xz x86_64')],
      },
      [`usual: ${kde}`],
    ],
  ])('is %s', (_, otherwise, names) => {
    expect(missingIn(otherwise)).toEqual(names)
  })

  test('comes after those that are needed more', () => {
    const judged = judgedMissing(listed('A live x86_64', false), listed('B live x86_64', true))

    expect(missingIn({ ...judged, usual: [usual(mate)] })).toEqual([
      'required: B live x86_64',
      'expected: A live x86_64',
      `usual: ${mate}`,
    ])
  })

  test('says why it should be there, and which Koji task explains that it is not', () => {
    const koji = { task: 1, method: 'createImage', state: 'FAILED', url: 'https://koji', fault: 'no space' }
    const judged = judgedMissing({ ...listed(kde, false), koji })
    const all = missingImages(held({ ...judged, required: ['LXQt live x86_64'], usual: [usual(mate)] }))

    expect(all.map(({ why, koji: explanation }) => [why, explanation])).toEqual([
      ['the configuration requires it', null],
      ['the list has it', koji],
      ['15 of the last 20 composes had it', null],
    ])
  })

  test('that is usual is explained by the Koji task of its name', () => {
    const koji = { task: 2, method: 'createImage', state: 'FAILED', url: 'https://koji', fault: '' }
    const twoUsual = [usual(mate), usual('constructor live x86_64')]

    const all = missingImages(held({ usual: twoUsual, explanations: { [mate]: koji } }))

    expect(all.map(({ koji: explanation }) => explanation)).toEqual([koji, null])
  })

  test('names the last compose that had it, where that is known', () => {
    const judged = judgedMissing(listed(kde, false), listed('LXQt live x86_64', false))

    const all = missingImages(held({ ...judged, usual: [usual(kde, 1), usual(mate)] }))

    expect(all.map(({ lastCompose }) => lastCompose)).toEqual([`last with ${kde}`, null, `last with ${mate}`])
  })

  test.each([
    ['nobody knows what the compose before had', null, true],
    ['the compose before had it', [isoImage(kde)], true],
    ['the compose before had it in another spelling', [isoImage('kde live x86_64')], true],
    ['the compose before did not have it either', [server], false],
    ['the compose before had it on another arch', [isoImage('KDE live aarch64')], false],
  ])('is newly missing or not where %s', (_, before, isNewlyMissing) => {
    const all = missingImages(held({ ...judgedMissing(listed(kde, false)), before }))

    expect(all).toMatchObject([{ isNewlyMissing }])
  })
})

describe('what changed', () => {
  test('is not known where the images of the compose before are not', () => {
    expect(imageChanges(held())).toBeNull()
  })

  test('is told from the compose before to this one', () => {
    const before = [isoImage(kde), { ...server, size: 2000 }]

    expect(imageChanges(held({ before }))).toMatchObject({
      gone: [isoImage(kde)],
      new_images: [],
      resized: [{ change: -0.5 }],
    })
  })
})
