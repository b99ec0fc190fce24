// Short news at the page's edge: gone after six seconds unless someone is reading it.
{
  const shownFor = 6000;

  // Whoever wants to take something back is given time to get there.
  const shownForAct = 15000;
  const region = document.querySelector("[data-toasts]");
  const template = document.getElementById("toast");

  const dismiss = toast => toast.remove();

  const live = toast => {
    const close = toast.querySelector("[data-dismiss]");
    const lasts = toast.querySelector("form") ? shownForAct : shownFor;
    close.hidden = false;
    close.addEventListener("click", () => dismiss(toast));

    let timer;
    const wait = () => { clearTimeout(timer); timer = setTimeout(() => dismiss(toast), lasts); };
    const hold = () => clearTimeout(timer);
    toast.addEventListener("pointerenter", hold);
    toast.addEventListener("focusin", hold);
    toast.addEventListener("pointerleave", wait);
    toast.addEventListener("focusout", wait);
    toast.addEventListener("htmx:after:request", () => dismiss(toast));
    wait();
  };

  const show = ({ text, kind = "info", label, path }) => {
    if (!region || !text) return;
    const toast = (path ? document.getElementById("toast-act") : template).content.firstElementChild.cloneNode(true);
    toast.dataset.kind = kind;
    toast.querySelector("p").textContent = text;
    region.querySelector(kind === "danger" ? "[role=alert]" : "[role=status]").append(toast);
    if (path) arm(toast, label, path);
    rise();
    live(toast);
  };

  // Inside of what lies on top of the page, such as a phone's drawer: under it nobody could undo anything, and a press beside it would close it.
  const home = region?.parentElement;
  const rise = () => (document.querySelector("dialog[open], :popover-open") ?? home).append(region);
  const sink = ({ target, newState }) => newState !== "open" && target !== home && target.contains(region) && home.append(region);
  document.addEventListener("toggle", sink, true);
  document.addEventListener("close", sink, true);

  const arm = (toast, label, path) => {
    const form = toast.querySelector("form");
    form.setAttribute("action", path);
    form.setAttribute("hx-post", path);
    form.querySelector("button").append(label);
    htmx.process(form);
  };

  region?.querySelectorAll(".toast").forEach(live);
  document.addEventListener("toast", event => show(event.detail));

  // A request that brought nothing back is told once, in words the page carries; the server words its own refusals.
  document.addEventListener("htmx:error", event => event.detail.ctx && show({ text: region.dataset.offline, kind: "danger" }));
  document.addEventListener("htmx:response:error", event => {
    const { status, headers } = event.detail.ctx.response;
    if (status >= 500 && !headers.has("HX-Trigger")) show({ text: region.dataset.failed, kind: "danger" });
  });
}
