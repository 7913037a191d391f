import { expect, test, vi } from 'vitest';
import { DiagnosticsSchedule } from '../../server/diagnostics-schedule.ts';
import type { Documents } from '../../server/documents.ts';

const FILE = 'main.bcasm';

/** A schedule for one open file; `said` is what there is to say of it, `calls` what was told. */
function scheduleOfOne() {
  const open = { file: FILE, version: 1 };
  const all = { said: 'first', calls: [] as boolean[], open };
  const documents = { openFiles: () => [open] } as unknown as Documents;
  const schedule = new DiagnosticsSchedule(
    documents,
    () => all.said,
    (_file, isOwnChange) => all.calls.push(isOwnChange),
  );
  return { all, schedule };
}

test('who has asked before the first turn is told when an import has changed since', async () => {
  const { all, schedule } = scheduleOfOne();
  schedule.textChanged();
  schedule.asked(FILE, 'first');
  all.said = 'second';
  schedule.textChanged();
  await vi.waitFor(() => expect(all.calls).toEqual([false]));
});

test('who has asked is not told the same again', async () => {
  const { all, schedule } = scheduleOfOne();
  schedule.textChanged();
  schedule.asked(FILE, 'first');
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(all.calls).toEqual([]);
  all.open.version = 2;
  all.said = 'second';
  schedule.textChanged();
  await vi.waitFor(() => expect(all.calls).toEqual([true]));
});
