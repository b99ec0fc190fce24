{
  const openMenus = () => document.querySelectorAll("details.menu[open]");

  document.addEventListener("click", event => openMenus().forEach(menu => {
    if (!menu.contains(event.target)) menu.open = false;
  }));

  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    openMenus().forEach(menu => {
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
      menu.open = false;
    });
  });

  // By keys only: a press on what is in a menu may take the focus to what is around it, and a press elsewhere closes it anyway.
  let byKeys = false;
  document.addEventListener("keydown", () => { byKeys = true; }, true);
  document.addEventListener("pointerdown", () => { byKeys = false; }, true);
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    const menu = byKeys && target.closest?.("details.menu[open]");
    if (menu && relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });

  // Browsers from before invoker commands: the same attributes, by hand.
  if (!("commandForElement" in HTMLButtonElement.prototype)) document.addEventListener("click", event => {
    const button = event.target.closest?.("button[commandfor]");
    const dialog = button && document.getElementById(button.getAttribute("commandfor"));
    if (button?.getAttribute("command") === "show-modal") dialog?.showModal();
    if (button?.getAttribute("command") === "close") dialog?.close();
  });
}
