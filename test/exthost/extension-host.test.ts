import { describe, test } from 'vitest';
import { runInVsCode } from './vscode.ts';

// The suites run first, all in one VS Code; then every test of theirs is reported as one here.
const results = await runInVsCode();

describe("in VS Code's extension host", () => {
  for (const { title, error } of results) {
    test(title, () => {
      if (error !== undefined) throw new Error(error);
    });
  }
});
