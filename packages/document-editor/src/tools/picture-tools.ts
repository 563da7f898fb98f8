import IconBehind from '~icons/lucide/layers-2'
import IconBetween from '~icons/lucide/align-vertical-space-around'
import IconFront from '~icons/lucide/layers'
import IconSquare from '~icons/lucide/text-wrap'
import IconAltText from '~icons/lucide/captions'
import { commandTool as command, pageTool } from './tool'

/** How the text of a document runs around a selected picture, and what stands for it. */
export const pictureTools = {
  wrapSquare: command('WrapOn', 'picture.square', IconSquare),
  wrapBetween: command('WrapOff', 'picture.between', IconBetween),
  wrapInFront: command('WrapThrough', 'picture.inFront', IconFront),
  wrapBehind: command('WrapThroughTransparencyToggle', 'picture.behind', IconBehind),
  altText: pageTool('altText.tool', IconAltText, ({ ui }) => (ui.dialog.value = 'altText')),
}
