import IconLayout from '~icons/lucide/layout-template'
import IconMore from '~icons/lucide/ellipsis'
import IconShapes from '~icons/lucide/shapes'
import type { ToolbarItem, ToolbarTab } from './items'

const layouts: ToolbarItem = {
  kind: 'menu',
  label: 'tool.layout',
  icon: IconLayout,
  tools: [
    'layoutTitle',
    'layoutTitleContent',
    'layoutTwo',
    'layoutTitleOnly',
    'layoutCentered',
    'layoutBlank',
  ],
}

/** Tools of presentations. */
export const slideTabs: readonly ToolbarTab[] = [
  {
    name: 'home',
    named: false,
    groups: [
      ['save', 'undo', 'redo'],
      ['newSlide', layouts],
      [{ kind: 'font' }, { kind: 'size' }],
      [
        'bold',
        'italic',
        'underline',
        { kind: 'color', command: 'Color', label: 'toolbar.color' },
        {
          kind: 'menu',
          label: 'tool.more',
          icon: IconMore,
          tools: ['strikeout', 'superscript', 'subscript', '-', 'clearFormat'],
        },
      ],
      ['alignLeft', 'alignCenter', 'alignRight', 'justify'],
      ['bullets', 'numbering'],
      ['slideShow'],
    ],
  },
  {
    name: 'insert',
    named: true,
    groups: [
      [
        'textBox',
        {
          kind: 'menu',
          label: 'tool.shape',
          icon: IconShapes,
          tools: [
            'rectangle',
            'roundRectangle',
            'ellipse',
            'triangle',
            'diamond',
            'hexagon',
            '-',
            'arrow',
            'doubleArrow',
            '-',
            'star',
            'heart',
            'smiley',
            'callout',
          ],
        },
        'image',
        'portalImage',
        { kind: 'table' },
      ],
      ['comment', { kind: 'symbol' }],
    ],
  },
  {
    name: 'slide',
    named: true,
    groups: [
      ['newSlide', 'duplicateSlide', 'deleteSlide'],
      [layouts],
      ['hideSlide', 'showSlide'],
      ['moveSlideUp', 'moveSlideDown'],
    ],
  },
  { name: 'review', named: true, groups: [['comment', 'comments']] },
  {
    name: 'view',
    named: true,
    groups: [['slideShow', 'notes'], ['find'], ['fitWidth', 'fitPage', 'zoom100'], ['print', 'history']],
  },
  {
    name: 'table',
    named: false,
    groups: [
      ['rowAbove', 'rowBelow', 'columnLeft', 'columnRight'],
      ['deleteRow', 'deleteColumn'],
      ['mergeCells'],
    ],
  },
]
