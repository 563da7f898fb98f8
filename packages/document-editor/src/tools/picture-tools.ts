import IconBehind from '~icons/lucide/layers-2'
import IconBetween from '~icons/lucide/align-vertical-space-around'
import IconFront from '~icons/lucide/layers'
import IconSquare from '~icons/lucide/text-wrap'
import { commandTool as command } from './tool'

/** How the text of a document runs around a selected picture. */
export const pictureTools = {
  wrapSquare: command('WrapOn', 'picture.square', IconSquare),
  wrapBetween: command('WrapOff', 'picture.between', IconBetween),
  wrapInFront: command('WrapThrough', 'picture.inFront', IconFront),
  wrapBehind: command('WrapThroughTransparencyToggle', 'picture.behind', IconBehind),
}
