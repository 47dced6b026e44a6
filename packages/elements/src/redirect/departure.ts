/** How this page is left. A thing of its own: nobody can stand in for `location`, not even a test that wants to stay. */
export const departure = {
  go(url: string): void {
    location.assign(url);
  },
};
