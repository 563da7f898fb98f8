/** Style of the status page. */
export const statusStyle = `
:root{--back:#f5f6f8;--card:#fff;--text:#20242b;--muted:#667080;--line:#e3e6ea;--good:#15803d;--bad:#b91c1c;--wait:#b45309;--busy:#1d4ed8}
@media (prefers-color-scheme:dark){:root{--back:#15171b;--card:#1e2126;--text:#e7e9ec;--muted:#9aa3b0;--line:#30353d;--good:#4ade80;--bad:#f87171;--wait:#fbbf24;--busy:#93b4ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1.5rem 1rem 3rem;background:var(--back);color:var(--text);font:15px/1.5 system-ui,sans-serif}
header{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:baseline;justify-content:space-between}
h1{margin:0;font-size:1.4rem}h1 span{font-weight:400;color:var(--muted)}
header p,footer{color:var(--muted);font-size:.87rem}
h2{margin:1.75rem 0 .5rem;font-size:1rem}h2 b{margin-left:.25rem;color:var(--muted);font-weight:400}
h3{margin:.75rem 0 .25rem;color:var(--muted);font-size:.8rem;font-weight:600}
ul{margin:0;padding:0;overflow:hidden;border:1px solid var(--line);border-radius:10px;background:var(--card);list-style:none}
li+li{border-top:1px solid var(--line)}
.row,summary{display:grid;grid-template-columns:minmax(9rem,1.2fr) minmax(0,2fr) minmax(0,1.5fr);gap:.15rem 1rem;align-items:baseline;padding:.55rem .9rem}
summary{cursor:pointer;list-style:none}summary::-webkit-details-marker{display:none}
summary strong::before{content:"▸";display:inline-block;width:1.1em;color:var(--muted)}[open] summary strong::before{content:"▾"}
summary:hover{background:color-mix(in srgb,var(--text) 4%,transparent)}
:focus-visible{outline:2px solid var(--busy);outline-offset:-2px}
strong{overflow-wrap:anywhere;font-weight:600}code{overflow-wrap:anywhere;color:var(--muted);font-size:.8rem;text-align:right}
em{padding:.05rem .5rem;border:1px solid currentcolor;border-radius:99px;font-size:.8rem;font-style:normal;white-space:nowrap}
.good{color:var(--good)}.bad{color:var(--bad)}.wait{color:var(--wait)}.busy{color:var(--busy)}
time{color:var(--muted);font-variant-numeric:tabular-nums}
pre{margin:0;padding:.6rem .8rem;overflow:auto;max-height:24rem;border-radius:6px;background:var(--back);font-size:.8rem;white-space:pre-wrap;overflow-wrap:anywhere}
details>h3,details>pre{margin-inline:.9rem}details>pre:last-child{margin-bottom:.9rem}
.empty{margin:0;padding:.9rem;border:1px dashed var(--line);border-radius:10px;color:var(--muted)}
footer{margin-top:2rem}a{color:inherit}
@media (max-width:40rem){.row,summary{grid-template-columns:1fr}code{text-align:left}}
`

/** Loads the page again and again and takes over what it shows; what is unfolded stays so. */
export const statusScript = `
const update = async () => {
  try {
    const response = await fetch(location.href)
    if (!response.ok) return
    const [content] = /<main>[^]*<.main>/.exec(await response.text()) ?? []
    const fresh = new DOMParser().parseFromString(content ?? '', 'text/html').querySelector('main')
    const main = document.querySelector('main')
    if (!fresh || main.innerHTML === fresh.innerHTML || String(getSelection())) return
    const unfolded = new Set([...main.querySelectorAll('details[open]')].map((details) => details.dataset.id))
    for (const details of fresh.querySelectorAll('details')) details.open = unfolded.has(details.dataset.id)
    const focused = document.activeElement?.closest('details')?.dataset.id
    main.replaceWith(fresh)
    if (focused) [...fresh.querySelectorAll('details')].find((details) => details.dataset.id === focused)?.querySelector('summary').focus()
  } catch {
    // The server is away for the moment; the next round shows it again.
  }
}
setInterval(() => document.hidden || update(), 2000)
`
