// Short news at the page's edge: gone after six seconds unless someone is reading it.
{
  const shownFor = 6000;
  const region = document.querySelector("[data-toasts]");
  const template = document.getElementById("toast");

  const dismiss = toast => toast.remove();

  const live = toast => {
    const close = toast.querySelector("button");
    close.hidden = false;
    close.addEventListener("click", () => dismiss(toast));

    let timer;
    const wait = () => { clearTimeout(timer); timer = setTimeout(() => dismiss(toast), shownFor); };
    const hold = () => clearTimeout(timer);
    toast.addEventListener("pointerenter", hold);
    toast.addEventListener("focusin", hold);
    toast.addEventListener("pointerleave", wait);
    toast.addEventListener("focusout", wait);
    wait();
  };

  const show = ({ text, kind = "info" }) => {
    if (!region || !text) return;
    const toast = template.content.firstElementChild.cloneNode(true);
    toast.dataset.kind = kind;
    toast.querySelector("p").textContent = text;
    region.querySelector(kind === "danger" ? "[role=alert]" : "[role=status]").append(toast);
    live(toast);
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
