import { toPlain } from './progress.mjs';

/** What a check tells: how many passed and failed, one line per failure, and what was left out and why. */

/** Counts of a command that is one check. */
export function toCheckResult({ code, tail }) {
  return code === 0
    ? { passed: 1, failed: 0, failures: [] }
    : { passed: 0, failed: 1, failures: tail.slice(-30) };
}

/** Counts of Node's test runner, from its TAP report. */
export function toNodeTestResult(tap, command) {
  const count = name =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const passed = count('pass');
  const failed = count('fail') + count('cancelled');
  return withCrash(
    {
      passed,
      failed,
      failures: tap.split('\n').filter(line => /^\s*not ok/.test(line)),
    },
    command,
  );
}

/** Counts of Jest's JSON report. A file that could not be run counts as one failure. */
export function toJestResult(report, command) {
  if (!report)
    return withCrash({ passed: 0, failed: 0, failures: [] }, command);
  const failures = report.testResults
    .filter(file => file.status === 'failed')
    .flatMap(file => {
      const failed = file.assertionResults.filter(a => a.status === 'failed');
      if (failed.length === 0) return [`${file.name}\n${file.message}`];
      return failed.map(
        a => `${file.name}\n  ${a.fullName}\n${firstLines(a.failureMessages)}`,
      );
    });
  return withCrash(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      failures,
      notRun: report.numPendingTests + report.numTodoTests,
    },
    command,
  );
}

/** Counts of Playwright's JSON report. */
export function toPlaywrightResult(report, command) {
  if (!report)
    return withCrash({ passed: 0, failed: 0, failures: [] }, command);
  const specs = report.suites.flatMap(listSpecs);
  const failures = specs
    .filter(spec => !spec.ok)
    .map(spec => {
      const errors = spec.tests
        .flatMap(t => t.results)
        .flatMap(r => r.errors ?? [])
        .map(error => error.message ?? '');
      return `${spec.file}: ${spec.title}\n${firstLines(errors.slice(-1))}`;
    });
  return withCrash(
    {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected,
      failures: [...failures, ...report.errors.map(error => error.message)],
      notRun: report.stats.skipped,
    },
    command,
  );
}

function listSpecs(suite) {
  return [
    ...(suite.specs ?? []).map(spec => ({ ...spec, file: suite.file })),
    ...(suite.suites ?? []).flatMap(listSpecs),
  ];
}

// A runner that ends badly without a failed test has failed all the same.
function withCrash(result, { code, tail }) {
  if (code === 0 || result.failed > 0) return result;
  return {
    ...result,
    failed: 1,
    failures: [...result.failures, ...tail.slice(-30)],
  };
}

// The message; the stack is in the log.
function firstLines(messages) {
  return toPlain(messages.join('\n'))
    .split('\n')
    .filter(line => !/^\s*at /.test(line))
    .slice(0, 12)
    .map(line => `    ${line}`)
    .join('\n');
}
