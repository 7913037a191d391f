import { defineConfig } from 'vitest/config';

/** Suites that need something built or started; every other test is a unit test. */
const PROTOCOL = 'test/protocol/**/*.test.ts';
const EXTENSION_HOST = 'test/exthost/**/*.test.ts';
const END_TO_END = 'test/e2e/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [PROTOCOL, EXTENSION_HOST, END_TO_END] } },
      { test: { name: 'protocol', include: [PROTOCOL], testTimeout: 20_000 } },
      // One VS Code at a time: each takes more than a gigabyte.
      {
        test: { name: 'exthost', include: [EXTENSION_HOST], testTimeout: 180_000, hookTimeout: 180_000, maxWorkers: 1 },
      },
      {
        test: { name: 'e2e', include: [END_TO_END], testTimeout: 120_000, hookTimeout: 180_000, maxWorkers: 1 },
      },
    ],
  },
});
