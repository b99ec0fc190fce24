// A form marked data-passkey is sent with a passkey: the server says what to ask for, the browser asks, and the answer goes into its field.
{
  const forms = [...document.querySelectorAll("form[data-passkey]")];
  const isAble = Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential.parseCreationOptionsFromJSON);
  let asking = new AbortController();

  const optionsFor = async form => {
    const answer = await fetch(form.dataset.options, { method: "POST", headers: { "X-CSRF-TOKEN": document.querySelector("meta[name=csrf]").content } });
    if (answer.ok && !answer.redirected) return answer.json();
    if (!answer.redirected) throw new Error(`${answer.status}`);

    // The proof of who is here has grown old: the page itself leads to where it is asked for.
    location.reload();
    return null;
  };

  const ask = async (form, mediation) => {
    const options = await optionsFor(form);
    if (!options) return;

    // Only one question may be open: that of the address field ends where a button asks.
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const credential = form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options), signal })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), mediation, signal });
    form.elements.Credential.value = JSON.stringify(credential);
    form.submit();
  };

  const tell = form => document.dispatchEvent(new CustomEvent("toast", { detail: { text: form.dataset.failed, kind: "danger" } }));

  const wake = async form => {
    form.hidden = false;
    form.addEventListener("submit", event => {
      event.preventDefault();
      ask(form, "optional").catch(error => error.name !== "AbortError" && tell(form));
    });

    // Nobody has asked for this one yet, so where it fails there is nothing to tell: the button is still there.
    if (form.dataset.autofill && await PublicKeyCredential.isConditionalMediationAvailable?.()) ask(form, "conditional").catch(() => {});
  };

  if (isAble) {
    document.querySelectorAll("[data-passkey-missing]").forEach(note => { note.hidden = true; });
    forms.forEach(wake);
  }
}
