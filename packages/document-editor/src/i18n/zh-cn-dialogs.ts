import type { enDialogs } from './en-dialogs'

/** Simplified Chinese texts of what fills cells, and of dialogs. */
export const zhCnDialogs: typeof enDialogs = {
  paste: {
    label: '选择性粘贴',
    values: '仅粘贴数值',
    formulas: '仅粘贴公式',
    formats: '仅粘贴格式',
    transposed: '转置粘贴',
  },
  conditional: {
    label: '条件格式',
    colorScale: '色阶',
    dataBar: '数据条',
    clear: '清除单元格格式',
  },
  picture: {
    square: '文字环绕图片',
    between: '文字在上下方',
    inFront: '浮于文字上方',
    behind: '衬于文字下方',
  },
  chat: {
    none: '与正在此文档中的人交谈。所有人离开后内容不会保留。',
    placeholder: '输入消息…',
    send: '发送',
    unread: '聊天，{count} 条新消息',
  },
  history: {
    label: '版本历史',
    close: '返回文档',
    version: '版本 {version}',
    current: '当前',
    restore: '恢复此版本',
    loading: '正在获取版本…',
    none: '门户没有提供此文档的版本。请稍后再试。',
    failed: '无法显示此版本。请选择其他版本，或返回文档。',
  },
  form: {
    open: '选择一项',
    entries: '列表项',
    date: '选择日期',
    submit: '提交表单',
    submitted: '表单已提交。',
    notSubmitted: '无法提交表单。您填写的内容已保留，请稍后再试。',
  },
  choices: { open: '选择一个值', label: '允许的值' },
  csv: {
    tool: '导入 CSV…',
    title: '导入 CSV',
    encoding: '字符集',
    delimiter: '分隔符',
    comma: '逗号',
    semicolon: '分号',
    tab: '制表符',
    bar: '竖线',
    preview: '预览',
    where: '数据将填入 {cell} 及其右侧和下方的单元格。',
    tooLarge: '文件过大，无法在此放入工作表。请将其作为单独的文档上传。',
    apply: '导入',
    cancel: '取消',
  },
}
