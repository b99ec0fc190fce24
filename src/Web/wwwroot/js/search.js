// The search over every page: opened by its keys, gone through with the arrows.
{
  const dialog = document.getElementById("search-dialog");
  const field = document.getElementById("search-phrase");

  const open = () => {
    if (dialog.open) return;
    document.getElementById("side")?.matches(":popover-open") && document.getElementById("side").hidePopover();
    dialog.showModal();
    field.select();
  };

  document.addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.code === "KeyK") {
      event.preventDefault();
      open();
    }
  });

  document.addEventListener("click", event => {
    if (!event.target.closest?.("[data-search]") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });

  dialog.addEventListener("keydown", event => {
    // A search field would take the first press for itself and only empty itself.
    if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      return dialog.close();
    }

    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing) return;
    const stops = [field, ...dialog.querySelectorAll("#search-hits a")];
    const at = stops.indexOf(document.activeElement);
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, at + step))].focus();
  });

  // On the page that is open already only the place in it changes.
  dialog.addEventListener("click", event => event.target.closest("#search-hits a") && dialog.close());
}
