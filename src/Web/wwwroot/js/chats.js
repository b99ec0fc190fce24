// What htmx cannot do for the list of conversations: leave it alone while somebody works in it, and find the place again afterwards.
{
  const list = () => document.getElementById("chats");
  const isBusy = () => list().querySelector("details[open], form");
  let place;

  document.addEventListener("htmx:before:request", event => {
    if (!list()) return;
    const asking = event.detail.ctx.sourceElement;
    if (asking === list() && isBusy()) event.preventDefault();
    else place = (list().contains(asking) && asking !== list() ? asking : document.activeElement).closest("#chats li")?.id;
  });

  // What had the focus went with the old list: its row takes it, or where that is gone, the list.
  document.addEventListener("htmx:after:process", ({ target }) => {
    if (target.classList?.contains("chat-rename")) target.scrollIntoView({ block: "nearest" });
    if (target.id !== "chats" || document.activeElement !== document.body || place === undefined) return;
    (document.getElementById(place)?.querySelector("a") ?? document.getElementById("chats-title")).focus({ preventScroll: true });
  });

  // Whatever is asked in the open conversation puts it on top, and its title may come later than its answer.
  const renew = () => list() && htmx.trigger(document.body, "chats-changed");
  document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
    if (ctx.request.method === "POST" && ctx.sourceElement.closest("[data-chat]")) renew();
  });
  document.addEventListener("htmx:after:process", ({ target }) => target.id === "chat-title" && renew());

  document.addEventListener("keydown", event => {
    const row = event.target.closest?.("#chats li");
    if (event.key === "F2" && row) htmx.ajax("GET", `${row.querySelector("a").getAttribute("href")}/title`, { source: row, target: row, swap: "outerHTML" });
    if (event.key !== "Escape" || !row?.querySelector("[data-cancel], [open]")) return;

    // On a phone the key would close the whole drawer.
    event.preventDefault();
    row.querySelector("[data-cancel]")?.click();
  });
}
