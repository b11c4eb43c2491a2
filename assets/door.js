/* When the log-in has ended while a page stands open, the next thing that is asked for leads to the
   door, and from there back to the same view. */
(() => {
  const request = window.fetch;
  const back = () => encodeURIComponent(location.pathname + location.search);
  window.fetch = async (...asked) => {
    const answer = await request(...asked);
    if (answer.status === 401) location.assign(`/login?next=${back()}`);
    return answer;
  };
})();
