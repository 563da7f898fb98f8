import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'

const directory = new URL('../../../templates/', import.meta.url)

/** The languages in which the gallery is made. */
export type TemplateLanguage = 'en' | 'zh'

/** A template that comes with the portal. */
export interface BuiltInTemplate {
  key: string
  fileType: 'docx' | 'xlsx' | 'pptx'
  names: Record<TemplateLanguage, string>
}

/** The gallery, made by `scripts/make-templates.mjs`. */
export const builtInTemplates: readonly BuiltInTemplate[] = [
  { key: 'letter', fileType: 'docx', names: { en: 'Letter', zh: '信函' } },
  { key: 'minutes', fileType: 'docx', names: { en: 'Minutes', zh: '会议记录' } },
  { key: 'lesson-plan', fileType: 'docx', names: { en: 'Lesson plan', zh: '教案' } },
  { key: 'quiz', fileType: 'docx', names: { en: 'Quiz form', zh: '测验表单' } },
  { key: 'grade-sheet', fileType: 'xlsx', names: { en: 'Grade sheet', zh: '成绩表' } },
  { key: 'budget', fileType: 'xlsx', names: { en: 'Budget', zh: '预算' } },
  { key: 'invoice', fileType: 'xlsx', names: { en: 'Invoice', zh: '发票' } },
  { key: 'slides', fileType: 'pptx', names: { en: 'Slides', zh: '幻灯片' } },
]

/** Chooses the gallery's language for somebody. */
export function templateLanguage(language: string): TemplateLanguage {
  return /^zh\b/i.test(language) ? 'zh' : 'en'
}

/** Opens the file of a template. */
export function openBuiltIn({ key, fileType }: BuiltInTemplate, language: TemplateLanguage) {
  return createReadStream(fileURLToPath(new URL(`${language}/${key}.${fileType}`, directory)))
}
