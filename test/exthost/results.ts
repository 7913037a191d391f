/** How one test inside VS Code went; `error` is what went wrong. */
export interface SuiteResult {
  readonly title: string;
  readonly error?: string;
}

/**
 * The environment variable that names the file for the results: VS Code has no better way out that works in every kind
 * of window.
 */
export const RESULTS_VARIABLE = 'BCASM_TEST_RESULTS';
