import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { callbackCountAddress, restWordAddress } from './rest.js'

/*
 * The package's JavaScript glue needs a few small changes (`glueChanges`). They are made when an engine process starts, into
 * its scratch folder, and not by a pnpm patch: the glue is one line of 444,000 characters, so a patch file would hold
 * it twice, and a user who installs with another package manager would silently run without it. The exact strings
 * are asserted: with another version of the package the process refuses to start and says why.
 */

/** A wasm module that exports one function `(i32, i32, i32) -> ()` which calls its import `e.f`. */
const trampolineBytes = [
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 7, 1, 0x60, 3, 0x7f, 0x7f, 0x7f, 0, 2, 7, 1, 1, 0x65, 1, 0x66, 0, 0, 7,
  5, 1, 1, 0x66, 0, 0,
]

/*
 * Every thread has a function table of its own, and LibreOffice calls back on whichever thread it happens to be:
 * the trampoline must be in the same slot of each. The text is read there and then, it does not outlive the call. What
 * other threads are called with comes as a message, later than what this thread is called with: so they are numbered.
 */
const installTrampoline =
  `if(Module["onLok"])wasmTable.set(wasmTable.length-1,new WebAssembly.Instance(new WebAssembly.Module(` +
  `new Uint8Array([${trampolineBytes.join()}])),` +
  `{e:{f:(type,payload,data)=>Module["onLok"](type,payload?UTF8ToString(payload):"",data,` +
  `Atomics.add(new Int32Array(wasmMemory.buffer,${callbackCountAddress},1),0,1))}}).exports.f);`

const tableAssignment = 'wasmTable=wasmExports["__indirect_function_table"];Module["wasmTable"]=wasmTable;'

const offerService = 'Module["serveThreads"]=wasmExports["_emscripten_check_mailbox"];'

const clock = 'var _emscripten_get_now=()=>performance.timeOrigin+performance.now();'

const restingClock =
  'var _emscripten_get_now=(()=>{if(ENVIRONMENT_IS_PTHREAD)return()=>performance.timeOrigin+performance.now();' +
  'const never=new Int32Array(new SharedArrayBuffer(4));let last=0,spins=0;return()=>{let now=performance.now();' +
  'if(now-last>0.005)spins=0;else if(++spins>200){spins=100;Atomics.wait(never,0,0,0.05);now=performance.now()}' +
  'last=now;return performance.timeOrigin+now}})();'

const date = 'var _emscripten_date_now=()=>Date.now();'

const restingDate =
  'var _emscripten_date_now=(()=>{if(!ENVIRONMENT_IS_PTHREAD)return()=>Date.now();let since=0,asked=0;return()=>{' +
  'const now=Date.now();if(now-since>1){since=now;asked=0}else if(++asked>40){asked=0;' +
  `Atomics.wait(new Int32Array(wasmMemory.buffer,${restWordAddress},1),0,1,4)}return Date.now()}})();`

/** Reads the messages of other threads without a turn of the event loop. */
const readMessages =
  'for(const worker of[...PThread.runningWorkers]){' +
  'const name=Object.getOwnPropertySymbols(worker).find(symbol=>symbol.description=="kPublicPort");' +
  'for(let waiting;name&&(waiting=worker_threads.receiveMessageOnPort(worker[name]));)' +
  'worker.emit("message",waiting.message)}'

const offerMessages = `Module["readMessages"]=()=>{${readMessages}};`

const newWorker = 'getNewWorker(){if(PThread.unusedWorkers.length==0){'

const reuseWorkers =
  'getNewWorker(){const never=new Int32Array(new SharedArrayBuffer(4));' +
  'for(let tries=0;PThread.unusedWorkers.length==0&&tries<5000;tries++){' +
  readMessages +
  'if(PThread.unusedWorkers.length==0)Atomics.wait(never,0,0,1)}' +
  'if(PThread.unusedWorkers.length==0){'

/** Each `find` must be in the glue exactly once. */
export const glueChanges = [
  {
    // With the shipped 4 threads LibreOffice dead-locks when it wants a fifth one while it loads a document.
    why: 'threads enough to load documents',
    find: 'var pthreadPoolSize=4;',
    replace: 'var pthreadPoolSize=16;',
  },
  {
    // A finished thread gives its worker back by a message, which this thread does not read while it is inside a call;
    // a save starts a thread for each large part and used up all 16: then it waited for ever. So read the messages.
    why: 'threads of finished work are used again',
    find: newWorker,
    replace: reuseWorkers,
  },
  {
    // While this thread waits for a lock it serves the other threads' file calls, but only between sleeps of 1 ms: some
    // fonts are read in 13,000 small steps, and the start took a minute. Told that it may not sleep, it spins instead.
    why: 'file calls are served at once',
    find: '__emscripten_thread_init(tb,!ENVIRONMENT_IS_WORKER,1,!ENVIRONMENT_IS_WEB,',
    replace: '__emscripten_thread_init(tb,!ENVIRONMENT_IS_WORKER,1,false,',
  },
  {
    // The spinning asks for the time in each turn: when it does that many times and nothing happens, rest a little. The
    // main loop leaves its lock free for some millionths of a second at a time: only a hundred turns more meet that.
    why: 'waiting leaves the processor to others',
    find: clock,
    replace: restingClock,
  },
  {
    // LibreOffice's main loop does not sleep until its next timer, it asks for the date 290,000 times a second: an engine
    // that nobody used took a whole core. Whoever asks that often rests 4 ms, when `rest.ts` says that it may.
    why: 'an idle engine leaves the processor to others',
    find: date,
    replace: restingDate,
  },
  {
    why: 'callbacks of worker threads reach us',
    find: 'var knownHandlers=["onExit","onAbort","print","printErr"];',
    replace: 'var knownHandlers=["onExit","onAbort","print","printErr","onLok"];',
  },
  {
    why: 'callbacks can be called on every thread, and ours can serve the others while it waits',
    find: tableAssignment,
    replace: tableAssignment + offerService + offerMessages + installTrampoline,
  },
] as const

/** Applies the changes to the glue's text; throws when it is not the text they were made for. */
export function changeGlue(glue: string): string {
  return glueChanges.reduce((text, { why, find, replace }) => {
    const parts = text.split(find)
    if (parts.length !== 2)
      throw new Error(
        `@matbee/libreoffice-converter is not version 2.7.2: cannot apply "${why}". Run the installation again.`,
      )
    return parts.join(replace)
  }, glue)
}

/** Finds the folder with the package's wasm files. */
export function wasmDirectory(): string {
  const packageJson = createRequire(import.meta.url).resolve('@matbee/libreoffice-converter/package.json')
  return join(dirname(packageJson), 'wasm')
}

/** Writes the changed glue into a folder and gives its path. */
export function writeGlue(scratchDirectory: string): string {
  const path = join(scratchDirectory, 'soffice.cjs')
  writeFileSync(path, changeGlue(readFileSync(join(wasmDirectory(), 'soffice.cjs'), 'utf8')))
  return path
}
