// Who starts something that goes on for long has to know when nobody waits for it any more.
const CHECK_MS = 500;

/**
 * Calls back once the process that has started this one is gone. A signal that ends npm ends the shell below it as well, but not
 * what the shell has started.
 *
 * @param {() => void} callback called at most once; to wait for it keeps no process alive
 */
export function whenParentIsGone(callback) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, CHECK_MS);
  timer.unref();
}
