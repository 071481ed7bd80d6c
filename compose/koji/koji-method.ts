/** The names of a method's arguments, in the order of its request. `opts` is a struct, and the last one. */
export type RequestShape = readonly string[]

/** A Koji task method that makes images: its request, and why Nightjar asks for its tasks. */
export interface ImageMethod {
  readonly method: string
  readonly request: RequestShape
  readonly makes: 'live' | 'disk' | 'any'
  readonly why: string
}

/** The first arguments of every child. */
const child: RequestShape = ['name', 'version', 'release', 'arch']
const parent: RequestShape = ['name', 'version', 'arches', 'target', 'ksfile', 'opts']
const imageParent: RequestShape = ['name', 'version', 'arches', 'target', 'inst_tree', 'opts']
/** The arch of these parents is a text. */
const oneArchParent: RequestShape = ['name', 'version', 'arch', 'target', 'ksfile', 'opts']

/**
 * Koji's image methods, with their requests as Koji and its plugins define them. Children make the images.
 * Parents matter while they are FREE, because they have no children yet.
 */
export const imageMethods: readonly ImageMethod[] = [
  { method: 'createLiveCD', request: child, makes: 'live', why: 'live images until Fedora 23' },
  { method: 'livecd', request: oneArchParent, makes: 'live', why: 'parent of createLiveCD' },
  { method: 'createAppliance', request: child, makes: 'disk', why: 'ARM disk images until Fedora 37' },
  { method: 'appliance', request: oneArchParent, makes: 'disk', why: 'parent of createAppliance' },
  {
    method: 'createImage',
    request: child,
    makes: 'disk',
    why: 'cloud, container and disk images of image-build',
  },
  { method: 'image', request: imageParent, makes: 'disk', why: 'parent of createImage, for several arches' },
  { method: 'createLiveMedia', request: child, makes: 'live', why: 'live images from Fedora 24 on' },
  {
    method: 'livemedia',
    request: parent,
    makes: 'live',
    why: 'parent of createLiveMedia, for several arches',
  },
  {
    method: 'createKiwiImage',
    request: child,
    makes: 'any',
    why: 'cloud and container images of the kiwi plugin',
  },
  {
    method: 'kiwiBuild',
    request: ['target', 'arches', 'desc_url', 'desc_path', 'opts'],
    makes: 'any',
    why: 'parent of createKiwiImage; it has no name, and its version is in opts',
  },
  {
    method: 'osbuildImage',
    request: ['name', 'version', 'distro', 'image_types', 'target', 'arches', 'opts'],
    makes: 'any',
    why: 'images of the osbuild plugin, which has no children',
  },
  {
    method: 'imageBuilderBuildArch',
    request: child,
    makes: 'any',
    why: 'disk images of the image-builder plugin',
  },
  {
    method: 'imageBuilderBuild',
    request: ['target', 'arches', 'types', 'name', 'version', 'opts'],
    makes: 'any',
    why: 'parent of imageBuilderBuildArch, for several arches',
  },
]
