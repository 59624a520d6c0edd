/** The longest wait a timer can hold, some 24 days; a longer one would be over at once. */
export const longestTimerMs = 2 ** 31 - 1;
