/* What the pages need beside Dash: ready markup, links that stay inside, the language of the
   document, the filters of a narrow screen. */

// A Dash component for a table written by the server (dashboard/components/markup.py), which has
// escaped it. The browser can reach and scroll it by keyboard.
window.tirek = {
  Markup: ({ html, label }) => React.createElement("div", {
    className: "scroll", tabIndex: 0, role: "region", "aria-label": label,
    dangerouslySetInnerHTML: { __html: html },
  }),
  // A small drawing written by the server: its words stand for it where it is not seen.
  Picture: ({ html, label }) => React.createElement("span", {
    className: "picture", role: "img", "aria-label": label,
    dangerouslySetInnerHTML: { __html: html },
  }),
};

(() => {
  const here = () => location.pathname + location.search;
  let seen = here(); // the address that Dash Pages last built a page for
  let keep = null; // what had the focus before a page was built anew

  // A choice writes the address silently, so Dash Pages does not see a way back to the address
  // that it knows: it is told.
  const moved = () => {
    const now = here();
    if (now === seen) window.dash_clientside.set_props("turn", { data: Date.now() });
    seen = now;
  };
  window.addEventListener("popstate", moved);
  window.addEventListener("_dashprivate_pushstate", moved);

  // What is shown of people's work changes under one address: such a page says when it was made.
  const built = () => {
    const page = document.querySelector(".page");
    return page && `${page.dataset.address} ${page.dataset.made || ""}`;
  };

  const plain = (event) => !event.defaultPrevented && event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

  const go = (link, key) => {
    const samePage = link.pathname === location.pathname;
    keep = { key: samePage ? key : "", built: built(), until: Date.now() + 3000 };
    if (link.href === location.href) history.replaceState({}, "", link.href);
    else history.pushState({}, "", link.href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    if (!samePage) window.scrollTo(0, 0);
  };

  const follow = (event) => {
    const link = event.target.closest("a.inside");
    if (!link || !plain(event)) return;
    event.preventDefault();
    say(""); // what was in the way is behind
    go(link, link.dataset.keep || "");
  };

  // A figure may carry an address for each point of a trace, in its `meta.follow`: a click on the
  // point follows it as a link. By keyboard the same addresses are in the table under the chart.
  const address = ({ points }) => points[0]?.data.meta?.follow?.[points[0].pointNumber];
  const heard = new WeakMap(); // chart → the `on` of its present drawing; a new drawing has another

  const onPoint = (told) => {
    const href = address(told);
    if (!href) return;
    const link = new URL(href, location.href);
    if (plain(told.event)) go(link, "");
    else window.open(link.href);
  };

  const listen = () => {
    for (const chart of document.querySelectorAll(".js-plotly-plot")) {
      if (!chart.on || heard.get(chart) === chart.on) continue;
      heard.set(chart, chart.on);
      chart.on("plotly_click", onPoint);
      chart.on("plotly_hover", (told) => chart.classList.toggle("on-link", Boolean(address(told))));
      chart.on("plotly_unhover", () => chart.classList.remove("on-link"));
    }
  };

  const say = (words) => {
    const alerts = document.getElementById("alerts");
    if (!alerts) return;
    const said = Object.assign(document.createElement("div"), { className: "trouble", textContent: words });
    said.setAttribute("role", "alert");
    alerts.replaceChildren(...(words ? [said] : []));
    if (words) alerts.scrollIntoView({ block: "nearest" });
  };

  // A form of ours (dashboard/components/form.py): the route answers with the page to go to, or with
  // a sentence. Meanwhile the form waits, so that nothing is sent twice.
  const send = async (form, button) => {
    const body = new FormData(form, button);
    form.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      if (answer.ok && answer.redirected) {
        say("");
        go(new URL(answer.url), form.dataset.then || button?.dataset.keep || "");
      } else say(await answer.text());
    } catch { /* the page already says that nobody answers */ }
    form.removeAttribute("aria-busy");
  };

  const submit = (event) => {
    const form = event.target.closest("form.inside");
    if (!form || event.defaultPrevented) return;
    event.preventDefault();
    const busy = form.getAttribute("aria-busy") === "true";
    if (busy || (form.dataset.confirm && !window.confirm(form.dataset.confirm))) return;
    send(form, event.submitter);
  };

  // Files are sent as soon as they are chosen or dropped.
  const sends = (event) => {
    const field = event.target.closest?.("input[data-sends]");
    if (field && field.files.length) field.form.requestSubmit();
  };

  // The whole place takes the files, not its button alone.
  const over = (event) => {
    const place = event.target.closest?.("form.drop");
    if (!place) return;
    event.preventDefault();
    place.classList.toggle("over", event.type === "dragover");
    const field = place.querySelector("input[data-sends]");
    if (event.type !== "drop" || !event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    place.requestSubmit();
  };

  // How far an import is: asked for until it has ended; then the page stands anew.
  const polled = new WeakSet();
  const anew = () => {
    const key = document.activeElement?.closest?.("[data-keep]")?.dataset.keep || "load";
    keep = { key, built: built(), until: Date.now() + 3000 };
    window.dash_clientside.set_props("turn", { data: Date.now() });
  };
  const ask = async (bar) => {
    let wait = 600;
    try {
      const answer = await fetch(bar.dataset.poll + location.search);
      if (!bar.isConnected) return;
      if (answer.status === 401) return say(await answer.text()); // the log-in is over
      const told = await answer.json();
      if (told.state !== bar.dataset.state) return anew();
      Object.assign(bar.querySelector("progress"), { max: told.total || 1, value: told.done });
      bar.querySelector("p").textContent = told.words;
    } catch { wait = 3000; }
    setTimeout(ask, wait, bar);
  };
  const poll = () => {
    for (const bar of document.querySelectorAll("[data-poll]")) {
      if (polled.has(bar)) continue;
      polled.add(bar);
      setTimeout(ask, 300, bar);
    }
  };

  const toggle = (event) => {
    const button = event.target.closest(".filters-toggle");
    if (!button) return;
    const open = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!open));
  };

  // Once the new page is built the focus goes to the link that was followed, or to its beginning.
  const refocus = () => {
    if (!keep || keep.built === built()) return;
    const found = document.querySelector(keep.key ? `[data-keep="${keep.key}"]` : "#main");
    found?.closest("details")?.setAttribute("open", "");
    if (found) found.focus({ preventScroll: true });
    if (found || Date.now() > keep.until) keep = null;
  };

  // Dash puts an invisible field, hidden from screen readers, before each of its dropdowns to catch
  // the focus for it. The button can take it itself.
  const reachable = () => {
    for (const field of document.querySelectorAll('.dash-dropdown-focus-target[tabindex="0"]')) {
      field.tabIndex = -1;
      field.nextElementSibling.tabIndex = 0;
    }
  };

  const changed = () => {
    const page = document.querySelector(".page[lang]");
    if (page && document.documentElement.lang !== page.lang) document.documentElement.lang = page.lang;
    reachable();
    refocus();
    listen();
    poll();
  };

  // Without a step in the history: that would look like a way back and build the page anew.
  const skip = (event) => {
    if (!event.target.closest("a.skip")) return;
    event.preventDefault();
    document.querySelector("#main")?.focus();
  };

  // Dash says nothing when a request does not arrive: the page would stand as if nothing was asked.
  const reached = (yes) => {
    const words = document.getElementById("unreachable");
    if (words) words.hidden = yes;
  };
  const request = window.fetch;
  window.fetch = (...asked) => request(...asked).then(
    (answer) => { reached(true); return answer; },
    (error) => { if (error.name !== "AbortError") reached(false); throw error; },
  );

  // A chart keeps the width of the screen; paper is narrower. Inside a card on A4, across; the
  // stylesheet of a page with other paper says another `--paper`.
  const PAPER = 960;
  const paper = (chart) => Number(getComputedStyle(chart).getPropertyValue("--paper")) || PAPER;
  const redraw = (size) => {
    for (const chart of document.querySelectorAll(".js-plotly-plot")) {
      if (chart.offsetParent) window.Plotly?.relayout(chart, size(chart));
    }
  };
  window.addEventListener("beforeprint", () => redraw((chart) => ({ width: paper(chart) })));
  window.addEventListener("afterprint", () => redraw(() => ({ width: null, autosize: true })));

  document.addEventListener("click", skip);
  document.addEventListener("click", follow);
  document.addEventListener("submit", submit);
  document.addEventListener("change", sends);
  for (const kind of ["dragover", "dragleave", "drop"]) document.addEventListener(kind, over);
  document.addEventListener("click", toggle);
  new MutationObserver(changed).observe(document.documentElement, {
    childList: true, subtree: true, attributeFilter: ["lang", "data-address", "data-made", "tabindex"],
  });
})();
