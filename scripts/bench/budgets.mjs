// Bytes, brotli. Raised by nobody without a decision record; later work lowers them.
export const budgets = {
  /** What a page loads before the card form can be typed in. */
  firstLoad: 25_100,
  /** What it loads after that before the customer can pay: client, words, views fetched ahead. */
  untilPayable: 41_400,
};
