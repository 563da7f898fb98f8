/** Texts of the status page. */
const en = {
  title: 'Document server',
  since: 'running since',
  documents: 'Open documents',
  noDocuments: 'Nobody has a document open.',
  present: 'present',
  documentsIn: 'documents',
  editing: 'editing',
  changed: 'changed',
  opening: 'opening',
  engines: 'Engines',
  noEngines: 'No engine runs; one is started in a moment.',
  waiting: 'waiting for a place',
  ready: 'ready',
  starting: 'starting',
  spare: 'spare',
  conversionsRunning: 'conversions',
  memory: 'memory',
  callbacks: 'Recent callbacks',
  noCallbacks: 'No portal was called yet.',
  attempt: 'attempt',
  body: 'Body (tokens and signatures are left out)',
  answer: 'Answer',
  conversions: 'Recent conversions',
  noConversions: 'Nothing was converted yet.',
  done: 'done',
  failed: 'failed',
  error: 'error',
  callbackStatus: {
    1: 'editing',
    2: 'ready to save',
    3: 'saving failed',
    4: 'closed unchanged',
    6: 'force saved',
    7: 'force save failed',
  } as Record<number, string>,
  outcome: { accepted: 'accepted', refused: 'refused', failed: 'no answer' },
}
export type StatusTexts = typeof en

const zh: StatusTexts = {
  title: '文档服务器',
  since: '启动时间',
  documents: '打开的文档',
  noDocuments: '目前没有人打开文档。',
  present: '人在场',
  documentsIn: '个文档',
  editing: '正在编辑',
  changed: '已更改',
  opening: '正在打开',
  engines: '引擎',
  noEngines: '没有正在运行的引擎，稍后会启动。',
  waiting: '等待空位',
  ready: '就绪',
  starting: '正在启动',
  spare: '备用',
  conversionsRunning: '个转换',
  memory: '内存',
  callbacks: '最近的回调',
  noCallbacks: '尚未调用任何门户。',
  attempt: '尝试次数',
  body: '内容（已略去令牌和签名）',
  answer: '回复',
  conversions: '最近的转换',
  noConversions: '尚未进行任何转换。',
  done: '完成',
  failed: '失败',
  error: '错误',
  callbackStatus: {
    1: '正在编辑',
    2: '可以保存',
    3: '保存失败',
    4: '未更改关闭',
    6: '已强制保存',
    7: '强制保存失败',
  },
  outcome: { accepted: '已接受', refused: '被拒绝', failed: '无回复' },
}

/** Picks the language that a browser asks for first. */
export function statusTexts(acceptLanguage: string | undefined): {
  lang: 'en' | 'zh-CN'
  texts: StatusTexts
} {
  return acceptLanguage?.trim().toLowerCase().startsWith('zh')
    ? { lang: 'zh-CN', texts: zh }
    : { lang: 'en', texts: en }
}
