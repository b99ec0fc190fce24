{
  const csrf = () => document.querySelector("meta[name=csrf]")?.content;

  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    if (ctx.request.method !== "GET" && csrf()) ctx.request.headers["X-CSRF-TOKEN"] = csrf();
  });

  // After a refusal the person starts where something is to be done: the first marked field, else the summary.
  const focusFirstError = within => (within.querySelector("[aria-invalid=true]") ?? within.querySelector("[data-summary]"))?.focus();

  focusFirstError(document);
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => ctx.target?.querySelector && focusFirstError(ctx.target));

  const reveal = button => {
    const field = button.parentElement.querySelector("input");
    const shown = field.type === "text";
    field.type = shown ? "password" : "text";
    button.setAttribute("aria-pressed", String(!shown));
    field.focus();
  };

  const copy = async button => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    document.dispatchEvent(new CustomEvent("toast", { detail: { text: button.dataset.copied, kind: "success" } }));
  };

  // These two do nothing without JavaScript, so until now they were hidden.
  const wake = within => within.querySelectorAll("[data-reveal][hidden], [data-copy][hidden]").forEach(button => { button.hidden = false; });
  wake(document);
  document.addEventListener("htmx:after:process", event => event.target.querySelectorAll && wake(event.target));

  document.addEventListener("click", event => {
    const button = event.target.closest?.("[data-reveal], [data-copy]");
    if (!button) return;
    if ("reveal" in button.dataset) reveal(button);
    else copy(button);
  });
}
