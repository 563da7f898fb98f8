/** Why an input is refused, as its author reads it. */
const refusals = {
  reading: {
    en: 'This document is open for reading only.',
    zh: '此文档仅供阅读。',
  },
  copying: {
    en: 'Copying is not allowed in this document.',
    zh: '此文档不允许复制。',
  },
  commenting: {
    en: 'Comments are not allowed in this document.',
    zh: '此文档不允许添加批注。',
  },
  commentsOnly: {
    en: 'This document is open for comments only.',
    zh: '此文档仅可添加批注。',
  },
  formsOnly: {
    en: 'In this document only forms may be filled in.',
    zh: '此文档中仅可填写表单。',
  },
  reviewOnly: {
    en: 'This document is open for review: only what can be tracked as a change is allowed.',
    zh: '此文档处于审阅模式：仅允许可记录为修订的更改。',
  },
  tracking: {
    en: 'Changes are tracked while somebody reviews this document.',
    zh: '有人正在审阅此文档，期间必须记录修订。',
  },
  filtering: {
    en: 'Filters must not be changed in this document.',
    zh: '此文档不允许更改筛选。',
  },
  fields: {
    en: 'Fields must not be changed in this document.',
    zh: '此文档不允许更改表单域。',
  },
  deciding: {
    en: 'You may not accept or reject these changes.',
    zh: '您无权接受或拒绝这些修订。',
  },
  othersComments: {
    en: 'You may not change or delete this comment.',
    zh: '您无权更改或删除此批注。',
  },
  unknown: {
    en: 'The document engine does not do this.',
    zh: '文档引擎不支持此操作。',
  },
}
export type Refusal = keyof typeof refusals

/** Gives a refusal in the participant's language. */
export function describeRefusal(refusal: Refusal, lang: string): string {
  return lang.toLowerCase().startsWith('zh') ? refusals[refusal].zh : refusals[refusal].en
}
