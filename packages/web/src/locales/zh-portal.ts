import type * as english from './en-portal'

/** Texts about what people are told, in Simplified Chinese. */
export const notifications: typeof english.notifications = {
  title: '通知',
  unread: '1 条未读通知 | {count} 条未读通知',
  isUnread: '未读',
  readAll: '全部标为已读',
  nothing: '暂无通知',
  nothingHint: '有人与您共享内容、提到您，或保存失败时，会在此通知您。',
  loadFailed: '无法显示通知。',
  shared: '{name} 与您共享了“{title}”：{role}',
  somebody: '有人',
  gone: '您已无法访问',
  mentionFailed: '未能通知任何人。',
  notMentioned: '以下人员无权阅读此文档，未收到通知（{name}）。',
  kinds: {
    MENTION: '{name} 在“{title}”中提到了您',
    SAVE_FAILED: '“{title}”未能保存',
    CONFLICT: '“{title}”同时被以两种方式更改',
  },
}

/** Texts about lists that go across folders, in Simplified Chinese. */
export const collections: typeof english.collections = {
  mark: '添加到收藏',
  unmark: '取消收藏',
  marked: '已收藏',
  markFailed: '未能更改收藏。',
  loadFailed: '无法显示此列表。',
  favourites: {
    title: '收藏',
    empty: '暂无收藏',
    hint: '在文档和文件夹的菜单中添加收藏，即可在此找到。',
  },
  recent: {
    title: '最近打开',
    empty: '尚未打开任何文档',
    hint: '您在编辑器中打开过的文档会列在这里，最近的在最前。',
  },
  shared: {
    title: '与我共享',
    empty: '暂无与您共享的内容',
    hint: '他人授权您访问的内容会显示在这里。',
  },
}

/** Texts about other formats of a document, in Simplified Chinese. */
export const convert: typeof english.convert = {
  action: '其他格式…',
  title: '将“{name}”转换为其他格式',
  loadFailed: '无法显示可用格式。',
  format: '格式',
  download: '下载',
  keep: '在此保存副本',
  keepHint: '副本将保存到文件夹“{folder}”。',
  running: '文档服务器正在转换，需要几秒钟。',
  failed: '“{name}”未能转换。',
  kept: '“{name}”已保存到“{folder}”',
  formats: {
    pdf: '适合阅读和打印，处处显示一致',
    docx: 'Microsoft Word 及大多数软件',
    odt: 'OpenDocument 文本，LibreOffice',
    rtf: '较旧的文字处理软件',
    txt: '仅保留文字',
    xlsx: 'Microsoft Excel 及大多数软件',
    ods: 'OpenDocument 电子表格，LibreOffice',
    csv: '仅保留第一个工作表的数值',
    pptx: 'Microsoft PowerPoint 及大多数软件',
    odp: 'OpenDocument 演示文稿，LibreOffice',
  },
}

/** Texts of the panel about one document or folder, in Simplified Chinese. */
export const details: typeof english.details = {
  title: '详细信息',
  loadFailed: '无法显示详细信息。',
  type: '类型',
  contains: '包含',
  place: '位置',
  created: '创建时间',
  yours: '您',
  access: '谁可以访问',
  manage: '管理访问权限',
  kinds: {
    folder: '文件夹',
    WORD: '文本文档',
    CELL: '电子表格',
    SLIDE: '演示文稿',
    PDF: 'PDF 文件',
    DIAGRAM: '图表',
  },
}
