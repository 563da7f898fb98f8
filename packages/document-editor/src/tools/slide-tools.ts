import IconArrow from '~icons/lucide/arrow-right'
import IconBack from '~icons/lucide/send-to-back'
import IconCallout from '~icons/lucide/message-circle'
import IconCopyPlus from '~icons/lucide/copy-plus'
import IconDiamond from '~icons/lucide/diamond'
import IconDoubleArrow from '~icons/lucide/move-horizontal'
import IconDown from '~icons/lucide/arrow-down'
import IconEllipse from '~icons/lucide/circle'
import IconFront from '~icons/lucide/bring-to-front'
import IconHeart from '~icons/lucide/heart'
import IconHexagon from '~icons/lucide/hexagon'
import IconHide from '~icons/lucide/eye-off'
import IconLayout from '~icons/lucide/layout-template'
import IconNewSlide from '~icons/lucide/square-plus'
import IconRectangle from '~icons/lucide/rectangle-horizontal'
import IconRoundRectangle from '~icons/lucide/square'
import IconShow from '~icons/lucide/eye'
import IconSmiley from '~icons/lucide/smile'
import IconStar from '~icons/lucide/star'
import IconTrash from '~icons/lucide/trash-2'
import IconTriangle from '~icons/lucide/triangle'
import IconType from '~icons/lucide/type'
import IconUp from '~icons/lucide/arrow-up'
import type { DocumentState } from '../session/document-state'
import { commandTool as command, pageTool } from './tool'

const isHidden = (state: DocumentState) => state.parts[state.part]?.hidden === true

const layout = (number: number, label: string) =>
  pageTool(label, IconLayout, ({ session }) => {
    session.command('AssignLayout', { WhatPage: session.state.part + 1, WhatLayout: number })
  })

/** What only presentations have. */
export const slideTools = {
  newSlide: command('InsertPage', 'toolbar.newSlide', IconNewSlide, { shortcut: 'Ctrl+M' }),
  duplicateSlide: command('DuplicatePage', 'toolbar.duplicateSlide', IconCopyPlus),
  deleteSlide: pageTool('toolbar.deleteSlide', IconTrash, ({ session }) => session.command('DeletePage'), {
    isOff: (state) => state.parts.length < 2,
  }),
  hideSlide: pageTool('tool.hideSlide', IconHide, ({ session }) => session.command('HideSlide'), {
    isOff: isHidden,
  }),
  showSlide: pageTool('tool.showSlide', IconShow, ({ session }) => session.command('ShowSlide'), {
    isOff: (state) => !isHidden(state),
  }),
  moveSlideUp: pageTool(
    'tool.moveSlideUp',
    IconUp,
    ({ session }) => {
      session.movePart(session.state.part, session.state.part - 1)
    },
    { isOff: (state) => state.part === 0 },
  ),
  moveSlideDown: pageTool(
    'tool.moveSlideDown',
    IconDown,
    ({ session }) => {
      session.movePart(session.state.part, session.state.part + 1)
    },
    { isOff: (state) => state.part >= state.parts.length - 1 },
  ),
  layoutTitle: layout(0, 'tool.layoutTitle'),
  layoutTitleContent: layout(1, 'tool.layoutTitleContent'),
  layoutTwo: layout(3, 'tool.layoutTwo'),
  layoutTitleOnly: layout(19, 'tool.layoutTitleOnly'),
  layoutBlank: layout(20, 'tool.layoutBlank'),
  layoutCentered: layout(32, 'tool.layoutCentered'),
  textBox: pageTool('tool.textBox', IconType, ({ session }) => session.insertTextBox()),
  bringToFront: command('BringToFront', 'tool.bringToFront', IconFront),
  sendToBack: command('SendToBack', 'tool.sendToBack', IconBack),
  rectangle: command('BasicShapes.rectangle', 'tool.rectangle', IconRectangle),
  roundRectangle: command('BasicShapes.round-rectangle', 'tool.roundRectangle', IconRoundRectangle),
  ellipse: command('BasicShapes.ellipse', 'tool.ellipse', IconEllipse),
  triangle: command('BasicShapes.isosceles-triangle', 'tool.triangle', IconTriangle),
  diamond: command('BasicShapes.diamond', 'tool.diamond', IconDiamond),
  hexagon: command('BasicShapes.hexagon', 'tool.hexagon', IconHexagon),
  arrow: command('ArrowShapes.right-arrow', 'tool.arrow', IconArrow),
  doubleArrow: command('ArrowShapes.left-right-arrow', 'tool.doubleArrow', IconDoubleArrow),
  star: command('StarShapes.star5', 'tool.star', IconStar),
  heart: command('SymbolShapes.heart', 'tool.heart', IconHeart),
  smiley: command('SymbolShapes.smiley', 'tool.smiley', IconSmiley),
  callout: command('CalloutShapes.rectangular-callout', 'tool.callout', IconCallout),
}
