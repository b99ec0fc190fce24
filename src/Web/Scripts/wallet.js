// The balance on every page follows what answers cost, in whichever tab they end. A guest's is not asked for.
if (document.documentElement.dataset.private && document.getElementById("wallet")) {
  const channel = new BroadcastChannel("wallet");
  const refresh = () => htmx.ajax("GET", "/claim", { target: "#wallet", swap: "outerHTML" });
  channel.addEventListener("message", refresh);
  addEventListener("focus", refresh);
  document.addEventListener("htmx:sse:close", () => channel.postMessage("changed"));

  // A title is a call of its own, which costs a little more.
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.target?.id !== "chat-title") return;
    refresh();
    channel.postMessage("changed");
  });
}
