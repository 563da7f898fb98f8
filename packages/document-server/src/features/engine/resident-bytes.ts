import { readFileSync } from 'node:fs'

const pageBytes = 4_096

/** Reads the memory in use of a process; 0 where the system does not tell. */
export function residentBytes(pid: number): number {
  try {
    const pages = readFileSync(`/proc/${String(pid)}/statm`, 'utf8').split(' ')[1]
    return Number(pages ?? 0) * pageBytes
  } catch {
    // Not Linux, or the process has just ended.
    return 0
  }
}
