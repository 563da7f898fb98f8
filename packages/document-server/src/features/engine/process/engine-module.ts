/** The part of Emscripten's file system that we use. */
export interface EngineFileSystem {
  open: (path: unknown, ...rest: unknown[]) => unknown
  mkdirTree: (path: string) => void
  rmdir: (path: string) => void
  readdir: (path: string) => string[]
  stat: (path: string) => { size: number }
  /** Sets when a file was used and changed, in milliseconds since 1970. */
  utime: (path: string, usedAt: number, changedAt: number) => void
  unlink: (path: string) => void
  writeFile: (path: string, bytes: Uint8Array | string) => void
  readFile: (path: string) => Uint8Array
}

/** A function of LibreOfficeKit: numbers are pointers or plain values, 64-bit parameters are bigints. */
export type LokFunction = (...args: (number | bigint)[]) => number

/** Tells of something that happened in a view; `data` is what was registered with it, `order` counts the callbacks. */
export type LokListener = (type: number, payload: string, data: number, order: number) => void

/** The loaded WebAssembly module. */
export interface EngineModule {
  FS: EngineFileSystem
  HEAPU8: Uint8Array
  HEAPU32: Uint32Array
  HEAP32: Int32Array
  wasmTable: { get: (index: number) => LokFunction; length: number }
  onLok: LokListener
  /** Does what other threads wait for this one to do, such as file calls. */
  serveThreads: () => void
  /** Hands out the callbacks that other threads were called with until now. */
  readMessages: () => void
  _malloc: (bytes: number) => number
  _free: (pointer: number) => void
  _libreofficekit_hook: (installPath: number) => number
  _lok_enableSyncEvents: () => void
  _lok_flushCallbacks: (document: number) => void
}

/** Reads a word of the engine's memory: a pointer or a plain number. */
export function readWord(module: EngineModule, address: number): number {
  return module.HEAPU32[address >>> 2] ?? 0
}
