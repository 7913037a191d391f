import { defineConfig } from 'vitest/config';

/** Suites that need something built or started; every other test is a unit test. */
const PROTOCOL = 'test/protocol/**/*.test.ts';
const EXTENSION_HOST = 'test/exthost/**/*.test.ts';
const END_TO_END = 'test/e2e/**/*.test.ts';
const EDITORS = 'test/editors/**/*.test.ts';

/** Milliseconds. No test is about time: a busy machine may take long, only what never ends shall fail. */
const ONLY_FOR_HANGS = 180_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [PROTOCOL, EXTENSION_HOST, END_TO_END, EDITORS],
          testTimeout: ONLY_FOR_HANGS,
        },
      },
      { test: { name: 'protocol', include: [PROTOCOL], testTimeout: ONLY_FOR_HANGS } },
      { test: { name: 'editors', include: [EDITORS], testTimeout: ONLY_FOR_HANGS, hookTimeout: ONLY_FOR_HANGS } },
      // One VS Code at a time: each takes more than a gigabyte.
      {
        test: {
          name: 'exthost',
          include: [EXTENSION_HOST],
          testTimeout: ONLY_FOR_HANGS,
          hookTimeout: 180_000,
          maxWorkers: 1,
        },
      },
      {
        test: {
          name: 'e2e',
          include: [END_TO_END],
          testTimeout: ONLY_FOR_HANGS,
          hookTimeout: ONLY_FOR_HANGS,
          expect: { poll: { timeout: 40_000 } },
          maxWorkers: 1,
        },
      },
    ],
  },
});
