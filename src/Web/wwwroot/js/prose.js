// What a message can do beyond being read: its code is coloured and copied, its mathematics set, its direction turned by hand.
{
  const { highlight, katex, katexStyle } = document.currentScript.dataset;
  const tooLong = 50_000;
  const root = document.documentElement;
  root.dataset.scripts = "";

  // Loaded once, and only where a message needs it.
  const loading = {};
  const dress = href => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    document.head.append(link);
  };

  const load = (src, style) => loading[src] ??= new Promise((done, failed) => {
    if (style) dress(style);
    const script = document.createElement("script");
    script.src = src;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });

  const colour = code => {
    const language = code.className.match(/language-([^ ]+)/)?.[1];
    if (!language || !hljs.getLanguage(language) || code.textContent.length > tooLong) return;
    code.innerHTML = hljs.highlight(code.textContent, { language, ignoreIllegals: true }).value;
  };

  // Styles in attributes are refused by the content policy, and colours of a model's own would be unreadable in one of the themes.
  const tame = node => {
    delete node.attributes?.style;
    for (const colour of ["color", "backgroundColor", "borderColor"]) delete node.style?.[colour];
    node.children?.forEach(tame);
  };

  const set = place => {
    const tex = place.textContent;
    try {
      const tree = window.katex.__renderToDomTree(tex, { displayMode: "display" in place.dataset, throwOnError: true, trust: false, strict: "ignore", maxSize: 4, maxExpand: 1000 });
      tame(tree);
      place.replaceChildren(tree.toNode());
      place.dataset.tex = tex;
    } catch {
      // What cannot be set stays what was written.
      place.classList.add("unset");
    }
  };

  const kinds = [
    { src: highlight, selector: "pre > code[class^=language-]", improve: colour },
    { src: katex, style: katexStyle, selector: ".math", improve: set },
  ];

  // The tail of a stream, [data-tail], is written anew with each step: it waits until it is closed.
  const improve = async within => {
    for (const { src, style, selector, improve } of kinds) {
      const found = [...within.querySelectorAll(`${selector}:not([data-seen])`)].filter(e => !e.closest("[data-tail]"));
      if (within.matches?.(`${selector}:not([data-seen])`) && !within.closest("[data-tail]")) found.push(within);
      if (!found.length) continue;
      found.forEach(e => { e.dataset.seen = ""; });
      await load(src, style).then(() => found.forEach(improve), () => {});
    }
  };

  const turns = ["auto", "rtl", "ltr"];
  const stored = id => `turned:${id}`;

  const turn = (button, to) => {
    const message = document.getElementById(button.dataset.turn);
    if (to === "auto") delete message.dataset.turned;
    else message.dataset.turned = to;
    button.title = button.dataset[to];
    button.setAttribute("aria-label", button.dataset[to]);
  };

  const restore = within => within.querySelectorAll("[data-turn]").forEach(button => {
    const to = sessionStorage.getItem(stored(button.dataset.turn));
    if (to) turn(button, to);
  });

  // What is seen of it, without the heads of its code; its mathematics as it was written.
  const textOf = message => {
    const heads = message.querySelectorAll(".code-head");
    const maths = [...message.querySelectorAll("[data-tex]")].map(place => [place, [...place.childNodes]]);
    heads.forEach(head => { head.hidden = true; });
    maths.forEach(([place]) => { place.textContent = "display" in place.dataset ? `$$${place.dataset.tex}$$` : `$${place.dataset.tex}$`; });
    const text = message.innerText;
    heads.forEach(head => { head.hidden = false; });
    maths.forEach(([place, drawn]) => place.replaceChildren(...drawn));
    return text;
  };

  const copy = async button => {
    const { copyMessage } = button.dataset;
    await navigator.clipboard.writeText(copyMessage ? textOf(document.getElementById(copyMessage)) : button.closest(".code-block").querySelector("code").textContent);
    document.dispatchEvent(new CustomEvent("toast", { detail: { text: button.dataset.copied, kind: "success" } }));
  };

  document.addEventListener("click", event => {
    const button = event.target.closest?.("[data-copy-code], [data-copy-message], [data-turn]");
    if (!button) return;
    if (!("turn" in button.dataset)) {
      copy(button);
      return;
    }

    const now = document.getElementById(button.dataset.turn).dataset.turned ?? "auto";
    const next = turns[(turns.indexOf(now) + 1) % turns.length];
    if (next === "auto") sessionStorage.removeItem(stored(button.dataset.turn));
    else sessionStorage.setItem(stored(button.dataset.turn), next);
    turn(button, next);
  });

  improve(document);
  restore(document);
  new MutationObserver(changes => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) {
        improve(node);
        restore(node);
      }
  }).observe(document.body, { childList: true, subtree: true });
}
