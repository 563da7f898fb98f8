import { readFileSync } from 'node:fs'

/** Sums of a vitest JSON report. A file that could not be run counts as one failure, however many tests it has. */
export function countVitest(file) {
  const report = readReport(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const brokenFiles = report.testResults.filter(
    (result) =>
      result.status === 'failed' && result.assertionResults.every((test) => test.status !== 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !report.success ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Sums of a Playwright JSON report. A journey that passed at its second try has failed at its first. */
export function countPlaywright(file) {
  const report = readReport(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
}

export function sum(counts) {
  return counts.reduce(
    (total, count) => ({
      passed: total.passed + count.passed,
      failed: total.failed + count.failed,
      skipped: total.skipped + count.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** Names each test of a vitest JSON report that failed, with what it said. */
export function vitestFailures(file) {
  const report = readReport(file)
  if (!report) return [{ name: file, message: 'The run ended before it could report.' }]
  return report.testResults.flatMap((result) => {
    const failed = result.assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0 && result.status === 'failed')
      return [{ name: result.name, message: result.message ?? '' }]
    return failed.map((test) => ({
      name: `${result.name} › ${test.fullName}`,
      message: test.failureMessages.join('\n'),
    }))
  })
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // The run ended before it could report: its caller counts that as a failure.
    return undefined
  }
}
