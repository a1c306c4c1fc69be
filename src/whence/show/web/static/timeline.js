/* The timeline: above, how many incidents lie in each stretch of time; below, each incident as the interval in which it lies.
 *
 * #timeline carries data-source (the address of the incidents).  A stretch counts what surely lies in it (filled) and what may
 * (outlined).  A bar is as long as what is known is vague: a day is a block, a month is a bracket over its month, a time that is
 * only presumed is dashed.  Zooming asks the desk for the stretch in view, so that a million incidents can be come near to.
 */
"use strict";
(() => {
  const box = document.getElementById("timeline");
  if (!box) return;
  const narrow = document.getElementById("timeline-narrow");
  const told = document.getElementById("timeline-told");
  const ROW = 26, TOP = 96, AXIS = 26, PAD = 14, DAY = 86400000;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const iso = (date) => date.toISOString().slice(0, 10);
  const at = (words) => new Date(`${words}T00:00:00Z`);

  const element = (name, words, more = {}) => Object.assign(document.createElement(name), { textContent: words, ...more });
  const failed = (words) => box.replaceChildren(element("p", `${words} The table below tells the same.`, { className: "empty" }));
  const json = async (url) => {
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`The desk answered ${answer.status}.`);
    return answer.json();
  };

  const head = d3.select(box).append("svg").attr("class", "tl-head").attr("role", "img");
  const scroll = d3.select(box).append("div").attr("class", "tl-scroll").attr("tabindex", 0).attr("role", "region").attr("aria-label", "Incidents as bars over time");
  const body = scroll.append("svg").attr("class", "tl-body");
  const parts = { bins: head.append("g"), axis: head.append("g").attr("class", "tl-axis"), grid: body.append("g").attr("class", "tl-grid"), bars: body.append("g") };

  const state = { data: null, whole: null, x: d3.scaleUtc(), asked: 0, view: null };
  const width = () => Math.max(box.clientWidth, 280);

  const zoom = d3.zoom().on("zoom", (event) => {
    state.view = event.transform.rescaleX(state.x);
    paint();
    refine();
  });
  zoom.filter((event) => (event.type === "wheel" ? event.ctrlKey || head.node().contains(event.target) : !event.button));

  /* One tick of paint: both parts over the same scale. */
  const paint = () => {
    if (!state.data) return;
    const x = state.view ?? state.x;
    parts.axis.attr("transform", `translate(0,${TOP})`).call(d3.axisBottom(x).ticks(Math.max(2, width() / 110)).tickSizeOuter(0));
    paintBins(x);
    paintBars(x);
    const [from, to] = x.domain();
    if (narrow) {
      const url = new URL(narrow.dataset.base, location.href);
      url.searchParams.set("from", iso(from));
      url.searchParams.set("to", iso(to));
      narrow.href = url.href;
    }
  };

  const paintBins = (x) => {
    const high = d3.scaleLinear([0, d3max(state.data.bins)], [TOP, 10]);
    const bin = parts.bins.selectAll("g").data(state.data.bins, (d) => `${d.start}/${d.end}`).join((enter) => {
      const group = enter.append("g");
      group.append("rect").attr("class", "tl-may");
      group.append("rect").attr("class", "tl-within");
      group.append("title");
      return group;
    });
    const left = (d) => x(at(d.start)) + 0.5;
    const wide = (d) => Math.max(1, x(at(d.end)) - x(at(d.start)) - 1);
    for (const [name, key] of [["tl-may", "may"], ["tl-within", "within"]]) {
      bin.select(`.${name}`).attr("x", left).attr("width", wide).attr("y", (d) => high(d[key])).attr("height", (d) => TOP - high(d[key]));
    }
    bin.select("title").text((d) => `${d.words}: ${d.within} surely, up to ${d.may}`);
  };
  const d3max = (bins) => Math.max(1, ...bins.map((b) => b.may));

  const paintBars = (x) => {
    const right = width();
    const row = parts.bars.selectAll("a").data(state.data.bars, (d) => d.href).join((enter) => {
      const link = enter.append("a").attr("class", (d) => `tl-row tl-${d.kind}`).attr("href", (d) => d.href);
      link.append("rect").attr("class", "tl-hit").attr("height", ROW);
      link.append("path").attr("class", "tl-bar");
      link.append("text").attr("dy", ".32em");
      link.append("title");
      return link;
    });
    row.order().attr("transform", (d, i) => `translate(0,${i * ROW})`);
    row.select(".tl-hit").attr("width", right);
    row.select(".tl-bar").attr("d", (d) => shape(d, Math.max(-9, x(at(d.start))), Math.min(right + 9, x(at(d.end)))));
    row.select("title").text((d) => `${d.label}. ${d.when}. ${d.words}`);
    row.select("text").text((d) => d.label).each(function place(d) {
      const start = x(at(d.start)), end = Math.max(x(at(d.end)), start + 4);
      const before = (start + end) / 2 > right * 0.55;
      d3.select(this).attr("x", before ? Math.min(start, right) - 7 : Math.max(end, 0) + 7).attr("y", ROW / 2)
        .attr("text-anchor", before ? "end" : "start").attr("visibility", end < 0 || start > right ? "hidden" : "visible");
    });
    parts.grid.selectAll("line").data(x.ticks(Math.max(2, right / 110))).join("line").attr("x1", (d) => x(d)).attr("x2", (d) => x(d)).attr("y2", state.data.bars.length * ROW);
  };

  /* A block for a day; a bracket with a band for a longer interval: somewhere in here, nobody says where. */
  const shape = (d, start, end) => {
    const y = ROW / 2, a = start, b = Math.max(end, start + 4);
    if (d.kind === "day") return `M${a},${y - 6}H${b}V${y + 6}H${a}Z`;
    const cap = Math.min(4, (b - a) / 2);
    return `M${a + cap},${y - 7}H${a}V${y + 7}H${a + cap}M${b - cap},${y - 7}H${b}V${y + 7}H${b - cap}M${a},${y - 3}H${b}V${y + 3}H${a}Z`;
  };

  const fit = () => {
    const [first, last] = [at(state.whole.first), at(state.whole.last)];
    const span = Math.max(DAY, last - first);
    state.x = d3.scaleUtc([new Date(first - span * 0.02), new Date(+last + span * 0.02)], [PAD, width() - PAD]);
    zoom.scaleExtent([1, Math.max(2, span / (3 * DAY))]).translateExtent([[0, 0], [width(), TOP]]).extent([[0, 0], [width(), TOP]]);
    head.attr("width", width()).attr("height", TOP + AXIS);
    body.attr("width", width()).attr("height", Math.max(1, state.data.bars.length) * ROW);
  };

  const show = (data) => {
    state.data = data;
    body.attr("height", Math.max(1, data.bars.length) * ROW);
    head.attr("aria-label", data.words);
    if (told) told.textContent = data.words;
    paint();
  };

  /* The stretch in view, a moment after the hand comes to rest; an answer that was overtaken is dropped. */
  let waiting = 0;
  const refine = () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const [from, to] = (state.view ?? state.x).domain();
      history.replaceState(history.state, "", `#at=${iso(from)}/${iso(to)}`);
      const url = new URL(box.dataset.source, location.href);
      url.searchParams.set("since", iso(from));
      url.searchParams.set("until", iso(to));
      const mine = (state.asked += 1);
      try {
        const data = await json(url);
        if (mine === state.asked) show(data);
      } catch (wrong) {
        if (told) told.textContent = wrong.message;
      }
    }, 180);
  };

  const go = (from, to) => {
    const k = (state.x.range()[1] - state.x.range()[0]) / (state.x(to) - state.x(from));
    const moved = d3.zoomIdentity.translate(PAD - state.x(from) * k, 0).scale(k);
    d3.select(box).call(zoom.transform, moved);
  };
  const steps = {
    in: (node) => node.call(zoom.scaleBy, 2), out: (node) => node.call(zoom.scaleBy, 0.5),
    earlier: (node) => node.call(zoom.translateBy, width() / (3 * d3.zoomTransform(box).k), 0),
    later: (node) => node.call(zoom.translateBy, -width() / (3 * d3.zoomTransform(box).k), 0),
    all: (node) => node.call(zoom.transform, d3.zoomIdentity),
  };
  const step = (name) => steps[name](still ? d3.select(box) : d3.select(box).transition().duration(200));
  document.addEventListener("click", (event) => {
    const name = event.target.closest("[data-step]")?.dataset.step;
    if (name && state.data) step(name);
  });
  box.addEventListener("keydown", (event) => {
    const name = { "+": "in", "=": "in", "-": "out", ArrowLeft: "earlier", ArrowRight: "later", 0: "all" }[event.key];
    if (!name || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(name);
  });

  const start = async () => {
    box.setAttribute("aria-busy", "true");
    try {
      state.whole = await json(box.dataset.source);
      if (!state.whole.first) return failed("No incident here has a date.");
      state.data = state.whole;
      fit();
      d3.select(box).call(zoom).on("dblclick.zoom", null);
      show(state.whole);
      const asked = /^#at=(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(location.hash);
      const [low, high] = state.whole.most;
      if (asked && asked[1] < asked[2]) go(at(asked[1]), at(asked[2]));
      else if (low > state.whole.first || high < state.whole.last) go(at(low), at(high)); // “All” shows the few that lie far off
      new ResizeObserver(() => { fit(); paint(); }).observe(box);
      box.dataset.drawn = String(state.data.bars.length);
    } catch (wrong) {
      failed(`The timeline could not be drawn. ${wrong.message}`);
    } finally {
      box.removeAttribute("aria-busy");
    }
  };
  start();
})();
