import { parseArgs } from 'node:util'
import { StepError } from './step.mjs'

/**
 * Reads the arguments of a command, answers --help, and runs it; what is wrong with the arguments is said with the usage.
 * `options` are those of `parseArgs`; `run` gets their values and the words beside them, and gives the exit code.
 */
export async function runCommand({ usage, options, run }) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { ...options, help: { type: 'boolean' } },
    })
    if (values.help) console.log(usage)
    else process.exitCode = await run(values, positionals)
  } catch (error) {
    const told = error instanceof StepError || error.code?.startsWith('ERR_PARSE_ARGS')
    console.error(told ? `${error.message}\n${usage}` : error)
    process.exitCode = 1
  }
}
