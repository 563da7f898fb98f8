import type { OpenDocument, ServerStatus } from './status.js'
import { statusScript, statusStyle } from './status-page-assets.js'
import type { StatusTexts } from './status-texts.js'

interface PageOptions {
  status: ServerStatus
  texts: StatusTexts
  lang: string
  /** Lets the page's own style and script run, and no others. */
  nonce: string
}

/** Draws the status page: one HTML file that needs nothing else, and asks for itself again every two seconds. */
export function renderStatusPage({ status, texts, lang, nonce }: PageOptions): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Lectern · ${texts.title}</title>
<style nonce="${nonce}">${statusStyle}</style>
</head>
<body>
<header><h1>Lectern <span>${texts.title}</span></h1><p>${texts.since} ${time(status.startedAt)}</p></header>
<main>
${section(texts.documents, status.documents.length, documents(status.documents, texts), texts.noDocuments)}
${section(texts.engines, status.engines.processes.length, engines(status, texts), texts.noEngines)}
${section(texts.callbacks, status.callbacks.length, callbacks(status, texts), texts.noCallbacks)}
${section(texts.conversions, status.conversions.length, conversions(status, texts), texts.noConversions)}
</main>
<footer><a href="../status.json">status.json</a></footer>
<script nonce="${nonce}">${statusScript}</script>
</body>
</html>
`
}

function section(title: string, count: number, content: string, empty: string): string {
  const body = count === 0 ? `<p class="empty">${empty}</p>` : `<ul>${content}</ul>`
  return `<section><h2>${title} <b>${count}</b></h2>${body}</section>`
}

function documents(list: OpenDocument[], texts: StatusTexts): string {
  return list
    .map(({ key, title, participants, editors, isOpen, isChanged }) => {
      const facts = [`${participants} ${texts.present}`, `${editors} ${texts.editing}`]
      const badges = [!isOpen && badge(texts.opening, 'wait'), isChanged && badge(texts.changed, 'busy')]
      return row(escape(title), `${facts.join(' · ')} ${badges.filter(Boolean).join(' ')}`, escape(key))
    })
    .join('')
}

function engines({ engines: { processes, waiting }, memoryBytes }: ServerStatus, texts: StatusTexts): string {
  const rows = processes.map(({ pid, ready, documents: count, conversions: running, rssBytes }) => {
    const isSpare = ready && count === 0 && running === 0
    const state = isSpare ? texts.spare : ready ? texts.ready : texts.starting
    const facts = [
      `${count} ${texts.documentsIn}`,
      `${running} ${texts.conversionsRunning}`,
      megabytes(rssBytes),
    ]
    return row(`#${pid}`, `${badge(state, ready ? 'good' : 'wait')} ${facts.join(' · ')}`, '')
  })
  const queue = waiting > 0 ? row(texts.waiting, badge(String(waiting), 'wait'), '') : ''
  return rows.join('') + queue + row(texts.title, `${texts.memory} ${megabytes(memoryBytes)}`, '')
}

function callbacks({ callbacks: list }: ServerStatus, texts: StatusTexts): string {
  return list
    .map((entry) => {
      const { key, status, attempt, outcome, httpStatus, durationMs, url, body, answer } = entry
      const name = `${status} ${texts.callbackStatus[status] ?? ''}`
      const code = httpStatus === undefined ? '' : `HTTP ${httpStatus} · `
      const facts = `${badge(texts.outcome[outcome], outcome === 'accepted' ? 'good' : 'bad')} ${code}${milliseconds(durationMs)}${attempt > 1 ? ` · ${texts.attempt} ${attempt}` : ''}`
      const details = `<h3>POST</h3><pre>${escape(url)}</pre><h3>${texts.body}</h3><pre>${escape(JSON.stringify(body, undefined, 2))}</pre><h3>${texts.answer}</h3><pre>${escape(answer)}</pre>`
      const id = `${entry.at} ${key} ${status} ${attempt}`
      return `<li><details data-id="${escape(id)}"><summary>${cells(name, `${time(entry.at)} ${facts}`, escape(key))}</summary>${details}</details></li>`
    })
    .join('')
}

function conversions({ conversions: list }: ServerStatus, texts: StatusTexts): string {
  return list
    .map(({ at, key, fileType, outputType, durationMs, error }) => {
      const state = error === undefined ? badge(texts.done, 'good') : badge(`${texts.error} ${error}`, 'bad')
      return row(
        escape(`${fileType} → ${outputType}`),
        `${time(at)} ${state} ${milliseconds(durationMs)}`,
        escape(key),
      )
    })
    .join('')
}

const row = (name: string, facts: string, key: string) =>
  `<li><div class="row">${cells(name, facts, key)}</div></li>`
const cells = (name: string, facts: string, key: string) =>
  `<strong>${name}</strong><span>${facts}</span>${key && `<code>${key}</code>`}`
const badge = (text: string, mood: string) => `<em class="${mood}">${text}</em>`
const milliseconds = (value: number) => `${value}\u00a0ms`
const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)}\u00a0MB`
const time = (iso: string) => `<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
