import { createInterface } from 'node:readline';

/**
 * Says `ready`, then runs the sizes that standard input gives, one a line, and answers each with the milliseconds that it took
 * and the result.
 * @param {(size: number) => string | number} run
 */
export async function answer(run) {
  console.log('ready');
  for await (const line of createInterface({ input: process.stdin })) {
    const size = Number(line);
    const start = performance.now();
    const result = run(size);
    console.log(`${performance.now() - start} ${result}`);
  }
}
