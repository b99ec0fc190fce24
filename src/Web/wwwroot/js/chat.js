// Sending: the question is shown at once, and comes back into the box when it could not be sent.
{
  const composer = () => document.getElementById("composer");
  const box = () => composer()?.elements["Input.Text"];
  const isComposer = element => element?.id === "composer";
  let waiting = null;

  const newId = () => [...crypto.getRandomValues(new Uint8Array(16))]
    .map((b, i) => (i === 6 ? (b & 15) | 64 : i === 8 ? (b & 63) | 128 : b).toString(16).padStart(2, "0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

  const giveBack = () => {
    if (!waiting) return;
    waiting.bubble?.remove();
    if (box() && !box().value) box().value = waiting.text;
    waiting = null;
  };

  document.addEventListener("htmx:before:request", event => {
    const { ctx } = event.detail;
    if (!isComposer(ctx.sourceElement)) return;
    if (waiting) return event.preventDefault();

    const text = box().value;
    const end = document.getElementById("thread-end");
    const bubble = end && composer().querySelector("#own-bubble").content.firstElementChild.cloneNode(true);
    if (bubble) {
      bubble.querySelector("p").textContent = text;
      end.before(bubble);
      bubble.scrollIntoView({ block: "end" });
    }

    waiting = { text, bubble };
    box().value = "";
    estimate();
  });

  document.addEventListener("htmx:after:swap", event => {
    const { ctx } = event.detail;
    if (!isComposer(ctx.sourceElement) || !waiting) return;
    const refused = ctx.response?.status >= 400;
    if (refused) return giveBack();

    waiting.bubble?.remove();
    waiting = null;
    if (composer()) composer().elements["Input.ClientId"].value = newId();
    follow(true);
  });

  // The first question leads to another page: nothing is swapped then.
  document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => isComposer(ctx.sourceElement) && ctx.response?.status < 400 && forget());
  document.addEventListener("htmx:error", event => isComposer(event.detail.ctx?.sourceElement) && giveBack());
  document.addEventListener("htmx:response:error", event => isComposer(event.detail.ctx?.sourceElement) && giveBack());

  // A draft outlives a reload; sign-out clears it with everything else that the site keeps in the browser.
  const key = () => `draft:${composer()?.dataset.composer}`;
  const forget = () => localStorage.removeItem(key());
  const finePointer = matchMedia("(pointer: fine)");

  document.addEventListener("input", event => {
    if (event.target !== box()) return;
    if (event.target.value) localStorage.setItem(key(), event.target.value);
    else forget();
    estimate();
  });

  document.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target === box() && finePointer.matches) {
      event.preventDefault();
      if (box().value.trim()) composer().requestSubmit();
    }

    const isElsewhere = event.target.closest?.("#chats") || document.querySelector("details.menu[open], dialog[open], :popover-open");
    if (event.key === "Escape" && !isElsewhere) document.querySelector("[data-stop]")?.click();
    if (switchedOff() || event.altKey || document.querySelector("dialog[open]")) return;
    const command = event.ctrlKey || event.metaKey;
    if (command && event.shiftKey && event.key.toLowerCase() === "o") {
      event.preventDefault();
      location.assign("/chat");
    }

    if (command || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    if (event.key === "/") {
      event.preventDefault();
      box()?.focus();
    }

    if (event.key === "?") document.getElementById("shortcuts")?.showModal();
  }, { capture: true });

  // Whoever speaks to their machine, or has a hand that slips, can do without keys that act by themselves.
  const switchedOff = () => document.cookie.includes("shortcuts=off");
  const shortcuts = document.querySelector("[data-shortcuts]");
  if (shortcuts) shortcuts.checked = !switchedOff();
  shortcuts?.addEventListener("change", () => {
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `shortcuts=${shortcuts.checked ? "on" : "off"}; path=/; max-age=31536000; samesite=lax${secure}`;
  });

  document.addEventListener("click", event => {
    const starter = event.target.closest?.("[data-starter]");
    if (!starter || !box()) return;
    event.preventDefault();
    box().value = starter.textContent;
    box().dispatchEvent(new Event("input", { bubbles: true }));
    box().focus();
  });

  // A prompt from the person's library goes where they are typing.
  document.addEventListener("htmx:after:swap", () => {
    const filled = document.querySelector("#prompt-list [data-filled]");
    if (!filled || !box()) return;
    box().setRangeText(filled.dataset.filled, box().selectionStart, box().selectionEnd, "end");
    box().dispatchEvent(new Event("input", { bubbles: true }));
    filled.removeAttribute("data-filled");
    filled.closest("details").open = false;
    box().focus();
  });

  // About what the next answer costs: the typed text, and an answer of usual length.
  const usual = 300;
  const estimate = () => {
    const output = document.getElementById("estimate");
    const chosen = composer()?.querySelector("[name='Input.Model']:checked");
    if (!output || !chosen) return;

    const typed = new TextEncoder().encode(box().value).length / 4;
    const said = [...document.querySelectorAll(".thread .said, .thread .answer")].reduce((sum, part) => sum + part.textContent.length, 0) / 4;
    const credits = Math.ceil(((typed + said) * chosen.dataset.in + usual * chosen.dataset.out) / 1e6);
    const number = new Intl.NumberFormat(`en-u-nu-${output.dataset.digits}`);
    output.textContent = box().value.trim() ? output.dataset.words.replace("{0}", number.format(credits)) : "";
  };

  // The page stays at its end while an answer grows, unless the person has scrolled away from it.
  let follows = true;
  const atEnd = () => innerHeight + scrollY >= document.documentElement.scrollHeight - 120;
  const follow = force => { if (force || follows) scrollTo(0, document.documentElement.scrollHeight); };
  addEventListener("scroll", () => { follows = atEnd(); }, { passive: true });
  document.addEventListener("htmx:sse:after:message", () => follow(false));

  document.addEventListener("change", event => {
    if (event.target.name !== "Input.Model") return;
    composer().querySelector("[data-chosen]").textContent = event.target.closest(".model").querySelector("bdi").textContent;
    event.target.closest("details").open = false;
    estimate();
  });

  document.addEventListener("input", event => {
    if (!("modelSearch" in event.target.dataset)) return;
    const wanted = event.target.value.trim().toLowerCase();
    composer().querySelectorAll(".model").forEach(model => { model.hidden = !model.dataset.name.toLowerCase().includes(wanted); });
  });

  const draft = composer() && !box().value && localStorage.getItem(key());
  if (draft) box().value = draft;
  if (document.querySelector("[data-chat]") && !location.hash) follow(true);
  estimate();

  // Whoever comes for one message begins to read, and to tab, there.
  const sought = /^#m-[\w-]+$/.test(location.hash) && document.querySelector(location.hash);
  if (sought) {
    sought.tabIndex = -1;
    sought.focus({ preventScroll: true });
    sought.scrollIntoView({ block: "start" });
  }
}
// What is fetched for a dialog opens it.
document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  const dialog = ctx.target?.closest?.("dialog");
  if (dialog && !dialog.open) dialog.showModal();
});
// The stream: said to screen readers in words, and to everybody when the connection is lost.
{
  const status = document.getElementById("answer-status");
  const banner = document.getElementById("reconnecting");
  // Where htmx had read the page before its extension for streams was there, it passed them by.
  document.querySelectorAll("[hx-sse\\:connect]:not([data-htmx-powered])").forEach(stream => htmx.process(stream));

  const say = words => { if (status) status.textContent = words ?? ""; };

  document.addEventListener("htmx:sse:after:connection", event => {
    if (banner) banner.hidden = true;
    say(event.target.closest?.("article")?.querySelector(".answer-state")?.textContent);
  });
  document.addEventListener("htmx:sse:error", event => {
    if (banner) banner.hidden = false;
    if (event.detail.status >= 400) location.reload();
  });
  document.addEventListener("htmx:sse:after:message", event => {
    const article = event.target.closest?.("article");
    const thoughts = article?.querySelector(".reasoning");
    if (thoughts?.hidden && thoughts.querySelector(".reasoning-text").textContent) thoughts.hidden = false;
  });
  document.addEventListener("htmx:sse:close", () => {
    say(document.querySelector("[data-chat]")?.dataset.done);
  });
}
