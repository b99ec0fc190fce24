// What the server cannot know by itself: the time zone, and whether the fonts are in this browser's cache.
{
  const root = document.documentElement;
  const remember = (cookie, value) => {
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `${cookie}=${value}; path=/; max-age=31536000; samesite=lax${secure}`;
  };

  const { zoneCookie, fontCookie, fonts } = root.dataset;
  if (zoneCookie) remember(zoneCookie, Intl.DateTimeFormat().resolvedOptions().timeZone);

  // Fonts wait until the page stands: in the head they would be the largest part of the first paint's delay.
  if (fontCookie) addEventListener("load", () => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = fonts;
    link.onload = () => remember(fontCookie, "1");
    document.head.append(link);
  });

  // Going back must not show what a signed-out person may no longer see.
  if (root.dataset.private) addEventListener("pageshow", event => event.persisted && location.reload());
}
