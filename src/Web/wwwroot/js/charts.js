// Draws each figure.chart from the table inside it, which stays the data's readable form.
{
  const root = document.documentElement;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

  // light-dark() is only resolved in a property that takes a colour.
  const colour = token => {
    const probe = document.createElement("span");
    probe.style.color = `var(--${token})`;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };

  const read = (table, isLine) => {
    const names = [...table.tHead.rows[0].cells].slice(1).filter(cell => !("chartLess" in cell.dataset)).map(cell => cell.textContent);
    const rows = [...table.tBodies[0].rows];
    return {
      labels: rows.map(row => row.cells[0].textContent),
      datasets: names.map((label, i) => ({
        label,
        data: rows.map(row => Number(row.cells[i + 1].dataset.value)),
        backgroundColor: colour(`series-${i + 1}`),
        borderColor: colour(isLine ? `series-${i + 1}` : "surface"),
        borderWidth: isLine ? 2 : 1,
        pointRadius: 2,
      })),
    };
  };

  const draw = figure => {
    const rtl = getComputedStyle(figure).direction === "rtl";
    const ink = colour("muted");
    const isLine = figure.dataset.chart === "line";
    const axis = { stacked: figure.dataset.chart === "stacked-bars", border: { color: colour("border") }, grid: { color: colour("border") }, ticks: { color: ink } };
    return new Chart(figure.querySelector("canvas"), {
      type: isLine ? "line" : "bar",
      data: read(figure.querySelector("table"), isLine),
      options: {
        animation: calm ? false : { duration: 200 },
        maintainAspectRatio: false,
        locale: figure.closest("[lang]").lang === "ar" ? "ar-u-nu-latn" : "en",
        scales: {
          x: { ...axis, reverse: rtl, grid: { display: false } },
          y: { ...axis, position: rtl ? "right" : "left", beginAtZero: true },
        },
        plugins: {
          legend: { position: "bottom", rtl, textDirection: rtl ? "rtl" : "ltr", labels: { color: ink, boxWidth: 12, boxHeight: 12 } },
          tooltip: { rtl, textDirection: rtl ? "rtl" : "ltr" },
        },
      },
    });
  };

  Chart.defaults.font.family = getComputedStyle(root).fontFamily;

  let charts = [];
  const drawAll = () => {
    charts.forEach(chart => chart.destroy());
    charts = [...document.querySelectorAll("figure[data-chart]")].map(draw);
  };

  drawAll();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
}
