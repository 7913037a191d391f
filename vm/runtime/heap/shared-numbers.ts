let sharedNumbers = 0;

/**
 * The number of an object that all machines share: a built-in type or function, the empty tuple. They are negative, so that no
 * object of a program has the same, and tell the collector to leave the object alone.
 */
export function nextSharedNumber(): number {
  return --sharedNumbers;
}
