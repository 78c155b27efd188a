const { writeSync } = require('node:fs');

/** Ends the run with one plain line a machine can read, after everything else: `N passed, N failed, N skipped`. */
module.exports = class ClosingLine {
  onRunComplete(_contexts, results) {
    const broken = results.testResults.filter((suite) => suite.testExecError).length;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${results.numFailedTests + broken} failed, ${skipped} skipped\n`;
    process.once('exit', () => writeSync(1, line));
  }
};
