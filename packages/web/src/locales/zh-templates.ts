import type { Messages } from '.'

/** Texts of the gallery of templates, in Simplified Chinese. */
export const templates: Messages['templates'] = {
  menu: '从模板新建…',
  title: '从模板新建',
  hint: '将自己的文档放入名为“模板”的文件夹，与它同级的所有文件夹都可在此选用。',
  loadFailed: '无法显示模板。',
  ownOnes: '通用模板',
  of: '“{place}”的模板',
}
