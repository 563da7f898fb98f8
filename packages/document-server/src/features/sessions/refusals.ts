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
