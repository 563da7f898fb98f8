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
