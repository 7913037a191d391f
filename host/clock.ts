/** Milliseconds since some time in the past. The command line does without `performance`, which Node takes 2 ms to load. */
export function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return 1e3 * seconds + nanoseconds / 1e6;
}
