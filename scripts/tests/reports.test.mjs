import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { countPlaywright, countVitest, sum, vitestFailures } from '../lib/reports.mjs'

function reportFile(report) {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-report-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'report.json')
  writeFileSync(file, typeof report === 'string' ? report : JSON.stringify(report))
  return file
}

const vitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  success: true,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
}

describe('the sums of a test run', () => {
  it('are those of the report', () => {
    expect(countVitest(reportFile(vitestReport))).toEqual({ passed: 3, failed: 0, skipped: 1 })
  })

  it('count a test file that could not be loaded as a failure', () => {
    const broken = {
      ...vitestReport,
      success: false,
      testResults: [{ status: 'failed', assertionResults: [] }],
    }
    expect(countVitest(reportFile(broken)).failed).toBe(1)
  })

  it('count a failure nobody can name, such as an unhandled error', () => {
    expect(countVitest(reportFile({ ...vitestReport, success: false })).failed).toBe(1)
  })

  it('count a run that wrote no report, or half of one, as a failure', () => {
    expect(countVitest('/nowhere/report.json').failed).toBe(1)
    expect(countPlaywright(reportFile('{"stats":')).failed).toBe(1)
  })

  it('count a flaky journey and an error outside of journeys as failures', () => {
    const report = {
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: 'no journeys' }],
    }
    expect(countPlaywright(reportFile(report))).toEqual({ passed: 5, failed: 3, skipped: 2 })
  })

  it('add up', () => {
    const one = { passed: 1, failed: 2, skipped: 3 }
    expect(sum([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 })
  })
})

describe('the failures of a test run', () => {
  it('are named with what they said', () => {
    const report = {
      ...vitestReport,
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'works' },
            { status: 'failed', fullName: 'does not', failureMessages: ['expected 1 to be 2'] },
          ],
        },
        { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      ],
    }
    expect(vitestFailures(reportFile(report))).toEqual([
      { name: 'a.test.ts › does not', message: 'expected 1 to be 2' },
      { name: 'b.test.ts', message: 'no such module' },
    ])
  })

  it('name the report that was not written', () => {
    expect(vitestFailures('/nowhere/report.json')).toHaveLength(1)
  })
})
