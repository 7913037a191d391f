/** Comes back when the messages that wait have been read: work that takes long asks for this between its parts. */
export function nextTurn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}
