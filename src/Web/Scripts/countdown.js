// Ticks in the words and digits that the server wrote the first time with.
{
  const start = element => {
    const { countdown, digits, hours, minutes, seconds, over } = element.dataset;
    const number = new Intl.NumberFormat(`en-u-nu-${digits}`, { useGrouping: false });
    const end = performance.now() + countdown * 1000;

    const words = left => {
      const [h, m, s] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
      const [pattern, parts] = h ? [hours, [h, m, s]] : m ? [minutes, [m, s]] : [seconds, [s]];
      return parts.reduce((text, part, i) => text.replace(`{${i}}`, number.format(part)), pattern);
    };

    const tick = () => {
      const left = Math.ceil((end - performance.now()) / 1000);
      element.textContent = left > 0 ? words(left) : over;
      if (left > 0) setTimeout(tick, 1000);
      else element.dispatchEvent(new CustomEvent("countdown-over", { bubbles: true }));
    };

    delete element.dataset.countdown;
    tick();
  };

  const wake = within => within.querySelectorAll("[data-countdown]").forEach(start);
  wake(document);
  document.addEventListener("htmx:after:process", event => event.target.querySelectorAll && wake(event.target));
}
