import { Worker } from 'node:worker_threads';

/** So often it is looked whether the client is there. */
const INTERVAL_MILLISECONDS = 500;

/** Run by a thread of its own, which has a turn when this one has none. */
const WATCH = `
  const { workerData: { processId, interval } } = require('node:worker_threads');
  setInterval(() => {
    try {
      process.kill(processId, 0);
    } catch (error) {
      if (error.code === 'ESRCH') process.kill(process.pid, 'SIGTERM');
    }
  }, interval);
`;

/** What the thread may use of memory, which is little. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 };

/**
 * Ends this process when the client's is gone, also in the midst of an analysis: the library looks for it only between messages.
 * To be called before what takes long; a second call does nothing.
 */
export function watchClient(processId: number | null): void {
  if (processId === null || isWatching) return;
  isWatching = true;
  const workerData = { processId, interval: INTERVAL_MILLISECONDS };
  new Worker(WATCH, { eval: true, workerData, resourceLimits: RESOURCE_LIMITS }).unref();
}

let isWatching = false;
