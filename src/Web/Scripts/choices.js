// A public page is the same for everybody and holds no form: the token is fetched when somebody chooses a theme or a language.
{
  const choose = async (what, value) => {
    const token = await fetch("/preferences/token", { cache: "no-store" });
    const answer = await fetch(`/preferences/${what}`, {
      method: "POST", redirect: "manual", headers: { "X-CSRF-TOKEN": await token.text() }, body: new URLSearchParams({ [what]: value }),
    });
    return answer.type === "opaqueredirect";
  };

  const failed = () => {
    const text = document.querySelector("[data-toasts]").dataset.failed;
    document.dispatchEvent(new CustomEvent("toast", { detail: { text, kind: "danger" } }));
  };

  document.querySelectorAll("[data-themes]").forEach(group => { group.hidden = false; });

  document.addEventListener("click", async event => {
    const choice = event.target.closest?.("[data-choose]");
    if (!choice || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();

    const chosen = await choose(choice.dataset.choose, choice.dataset.value).catch(() => false);
    if (choice.href) location.assign(choice.href);
    else if (chosen) location.reload();
    else failed();
  });
}
