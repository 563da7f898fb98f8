import type { ErrorCode } from '../lib/portal-error.js'

/** What went wrong with something that a person opened in a browser. */
export interface Failure {
  code: ErrorCode
  status: number
  /** What it is and what to do, in English. */
  message: string
  /** To find the cause in the log by; only of unexpected errors. */
  requestId?: string
}

interface Texts {
  titles: Partial<Record<ErrorCode, string>>
  otherTitle: string
  /** Texts of codes; without one the message of the error. */
  texts: Partial<Record<ErrorCode, string>>
  otherText: string | undefined
  number: string
  library: string
  signIn: string
}

const english: Texts = {
  titles: {
    NOT_SIGNED_IN: 'You are not signed in',
    NOT_FOUND: 'It is not here',
    FORBIDDEN: 'You may not open this',
    SCOPE_MISSING: 'You may not open this',
    DOWNLOAD_FORBIDDEN: 'This cannot be downloaded',
    BAD_INPUT: 'This address is not right',
  },
  otherTitle: 'This did not work',
  texts: {
    NOT_SIGNED_IN: 'Sign in, and open it again.',
    NOT_FOUND: 'It was deleted, or you have no access to it. Ask its owner, or look for it in the library.',
    BAD_INPUT: 'Something is missing in it, or too much. Open what you look for from the library.',
  },
  otherText: undefined,
  number: 'Number for the administrator',
  library: 'To the library',
  signIn: 'Sign in',
}

const chinese: Texts = {
  titles: {
    NOT_SIGNED_IN: '您尚未登录',
    NOT_FOUND: '找不到该内容',
    FORBIDDEN: '您无权打开',
    SCOPE_MISSING: '您无权打开',
    DOWNLOAD_FORBIDDEN: '不能下载',
    BAD_INPUT: '地址有误',
  },
  otherTitle: '操作未成功',
  texts: {
    NOT_SIGNED_IN: '请登录后再次打开。',
    NOT_FOUND: '它已被删除，或者您无权访问。请联系其所有者，或在文档库中查找。',
    FORBIDDEN: '请向其所有者申请权限。',
    DOWNLOAD_FORBIDDEN: '它仅供您查看，不能下载。请联系其所有者。',
    BAD_INPUT: '地址不完整或有多余内容。请从文档库中打开。',
    ACCOUNT_DEACTIVATED: '此账户已停用。请联系管理员重新启用。',
    RATE_LIMITED: '请求过于频繁。请稍候再试。',
  },
  otherText: '请重试；如果问题仍然存在，请告知管理员。',
  number: '供管理员查找的编号',
  library: '前往文档库',
  signIn: '登录',
}

/** Small and whole in itself: it must also show when nothing else works. */
const style = `
  :root { color-scheme: light dark; --back: #fafaf9; --card: #fff; --line: #e7e5e4; --text: #1c1917; --soft: #57534e; --main: #0f766e; --on: #fff }
  @media (prefers-color-scheme: dark) { :root { --back: #1c1917; --card: #262322; --line: #44403c; --text: #f5f5f4; --soft: #b8b2ad; --main: #2dd4bf; --on: #042f2e } }
  * { box-sizing: border-box }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--back); color: var(--text); font: 1rem/1.6 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif }
  main { width: 100%; max-width: 27rem; padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem }
  img { width: 2.5rem; height: 2.5rem; display: block }
  h1 { margin: 1.25rem 0 .5rem; font-size: 1.375rem; line-height: 1.3 }
  p { margin: 0; color: var(--soft); overflow-wrap: anywhere }
  a { display: inline-block; margin: 1.5rem 0 0; padding: .5rem 1rem; border-radius: .5rem; background: var(--main); color: var(--on); font-weight: 600; text-decoration: none }
  a:hover { filter: brightness(1.1) }
  a:focus-visible { outline: 3px solid var(--main); outline-offset: 2px }
  small { display: block; margin-top: 1.5rem; color: var(--soft); font-size: .8125rem; overflow-wrap: anywhere }`

/** Writes the page that a person sees who opened something that cannot be given. */
export function renderErrorPage(failure: Failure, { language, path }: { language: string; path: string }) {
  const { code, status, message, requestId } = failure
  const words = language === 'zh-CN' ? chinese : english
  const title = words.titles[code] ?? words.otherTitle
  const text = words.texts[code] ?? words.otherText ?? message
  const [label, address] =
    code === 'NOT_SIGNED_IN' ? [words.signIn, signInAddress(path)] : [words.library, '/']
  const number = requestId ? `${words.number}: ${requestId}` : `${status} · ${code}`
  return `<!doctype html>
<html lang="${language === 'zh-CN' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escape(title)} · Lectern</title><link rel="icon" href="/icon.svg"><style>${style}
</style>
</head>
<body><main>
<img src="/icon.svg" alt="">
<h1>${escape(title)}</h1>
<p>${escape(text)}</p>
<a href="${escape(address)}">${escape(label)}</a>
<small>${escape(number)}</small>
</main></body>
</html>
`
}

/** After signing in people come to the document, not to its file, which the web app cannot show. */
function signInAddress(path: string): string {
  const document = /^\/documents\/[0-9a-f-]{36}/.exec(path)?.[0]
  return document ? `/sign-in?redirect=${encodeURIComponent(document)}` : '/sign-in'
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
