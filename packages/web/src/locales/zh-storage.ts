import type { storage as english } from './en-storage'

/** 关于文档占用空间的文字。 */
export const storage: Record<keyof typeof english, string> = {
  title: '存储空间',
  hint: '您的文档的所有版本以及回收站中的内容都计算在内。您在编辑器中写的内容总会被保存。',
  siteHint: '人员和空间已占用及可占用的容量。所有版本以及回收站中的内容都计算在内。编辑器的保存总会被接受。',
  failed: '无法显示存储空间。',
  used: '已用 {used}',
  usedOf: '{used} / {quota}',
  spaces: '空间',
  people: '人员',
  setTitle: '{name} 的容量',
  gigabytes: '上限（GB）',
  emptyMeansUsual: '留空：使用本站的默认值',
  notANumber: '请输入数字，例如 2.5。',
  setFailed: '上限未更改。',
}
