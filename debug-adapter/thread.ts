/** The id of the only thread that there is in every program. */
export const THREAD_ID = 1;
