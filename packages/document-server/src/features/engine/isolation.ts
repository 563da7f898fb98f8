import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** How a program is run: its path, and what comes before the program's own arguments. */
export interface Start {
  path: string
  arguments: string[]
}

const program = '/usr/bin/unshare'

/** Root makes an empty network itself; others in a user namespace, where the system lets them. */
const ways = [['--net'], ['--map-current-user', '--net']]

let found: string[] | null | undefined

/**
 * Gives how a program is run in a network namespace of its own, where there is no other machine and no service to
 * reach; undefined where the system has none for us, as outside Linux and in most containers.
 */
export function startWithoutNetwork(): Start | undefined {
  found ??= (existsSync(program) && ways.find(works)) || null
  return found ? { path: program, arguments: [...found, '--'] } : undefined
}

function works(way: string[]): boolean {
  // Such a namespace is a matter of milliseconds; a system that hangs here must not hold the server up.
  return spawnSync(program, [...way, '--', '/bin/true'], { timeout: 10_000 }).status === 0
}
