/* The graph: who is said to do what for whom.  An arrow is one alleged link, as wide as its independent origins are many.
 *
 * #graph carries data-source (actors and links, or sources and who relies on them).  Positions come from fixed starts and a fixed
 * number of steps, so that one graph is always laid out the same way.  The table below tells the same.
 */
"use strict";
(() => {
  const box = document.getElementById("graph");
  if (!box) return;
  const WIDE = 900, HIGH = 560, STEPS = 320, LABELS = 45, NAME = 30;
  const element = (name, words, more = {}) => Object.assign(document.createElement(name), { textContent: words, ...more });
  const failed = (words) => box.replaceChildren(element("p", `${words} The table below tells the same.`, { className: "empty" }));
  const short = (words) => (words.length > NAME ? `${words.slice(0, NAME - 1)}…` : words);
  const wide = (node) => Math.max(48, short(node.name).length * 7.4 + 22);

  const json = async (url) => {
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`The desk answered ${answer.status}.`);
    return answer.json();
  };

  /* Who gives stands to the left, who is given to the right, as far as the links agree on it. */
  const settle = (nodes, edges) => {
    const leaning = (n) => (n.given - n.gives) / Math.max(1, n.given + n.gives);
    const spread = Math.sqrt(nodes.length);
    const run = d3.forceSimulation(nodes)
      .force("link", d3.forceLink(edges).id((n) => n.id).distance(150).strength(0.25))
      .force("apart", d3.forceManyBody().strength(-520).distanceMax(900))
      .force("touch", d3.forceCollide((n) => wide(n) / 2 + 14).strength(0.9))
      .force("x", d3.forceX((n) => leaning(n) * 130 * spread).strength(0.09))
      .force("y", d3.forceY(0).strength(0.07)).stop();
    run.tick(STEPS);
  };

  /* Several links between two actors bow away from one another. */
  const bow = (edges) => {
    const pairs = new Map();
    for (const edge of edges) {
      const key = [edge.tail, edge.head].sort().join("\n");
      pairs.set(key, [...(pairs.get(key) ?? []), edge]);
    }
    for (const same of pairs.values()) {
      same.forEach((edge, i) => {
        const side = edge.tail < edge.head ? 1 : -1;
        edge.bend = side * (i - (same.length - 1) / 2) * 44 + (same.length > 1 ? 0 : 12);
      });
    }
  };

  /* From the rim of one box to the rim of the other, through a point beside the middle; back to itself as a loop. */
  const rim = (node, toward) => {
    const dx = toward.x - node.x, dy = toward.y - node.y;
    const scale = Math.min((wide(node) / 2 + 3) / Math.max(1e-6, Math.abs(dx)), 18 / Math.max(1e-6, Math.abs(dy)));
    return { x: node.x + dx * Math.min(1, scale), y: node.y + dy * Math.min(1, scale) };
  };
  const route = (edge) => {
    const { source: a, target: b, bend } = edge;
    if (a === b) return { d: `M${a.x - 14},${a.y - 15}C${a.x - 40},${a.y - 70} ${a.x + 40},${a.y - 70} ${a.x + 14},${a.y - 17}`, x: a.x, y: a.y - 60 };
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const middle = { x: (a.x + b.x) / 2 - ((b.y - a.y) / length) * bend * 2, y: (a.y + b.y) / 2 + ((b.x - a.x) / length) * bend * 2 };
    const start = rim(a, middle), end = rim(b, middle);
    return { d: `M${start.x},${start.y}Q${middle.x},${middle.y} ${end.x},${end.y}`, x: (start.x + 2 * middle.x + end.x) / 4, y: (start.y + 2 * middle.y + end.y) / 4 };
  };

  const arrow = (svg) => {
    const marker = svg.append("defs").append("marker").attr("id", "arrow").attr("viewBox", "0 0 10 10").attr("refX", 9).attr("refY", 5)
      .attr("markerWidth", 11).attr("markerHeight", 11).attr("markerUnits", "userSpaceOnUse").attr("orient", "auto-start-reverse");
    marker.append("path").attr("d", "M0,0.6L10,5L0,9.4Z").attr("class", "gr-head");
  };

  const kind = (edge) => `gr-edge${edge.width ? "" : " gr-none"}${edge.denied ? " gr-denied" : ""}${edge.contradicted ? " gr-against" : ""}`;
  const paintEdges = (layer, edges, labelled) => {
    const edge = layer.selectAll("a").data(edges).join("a").attr("class", kind).attr("href", (e) => e.href).classed("gr-quiet", !labelled);
    edge.append("path").attr("class", "gr-hit");
    edge.append("path").attr("class", "gr-line").attr("stroke-width", (e) => 1.4 + 1.2 * e.width).attr("marker-end", (e) => (e.directed ? "url(#arrow)" : null));
    edge.append("text").text((e) => e.words);
    edge.append("title").text((e) => e.sentence);
    return () => edge.each(function place(e) {
      const path = route(e), link = d3.select(this);
      link.selectAll("path").attr("d", path.d);
      link.select("text").attr("x", path.x).attr("y", path.y);
    });
  };
  const paintNodes = (layer, nodes, moved) => {
    const node = layer.selectAll("a").data(nodes).join("a").attr("class", (n) => `gr-node${n.vague ? " gr-vague" : ""}${n.chosen ? " gr-chosen" : ""}`).attr("href", (n) => n.href);
    node.append("rect").attr("x", (n) => -wide(n) / 2).attr("width", wide).attr("y", -15).attr("height", 30).attr("rx", 5);
    node.append("text").text((n) => short(n.name)).attr("dy", ".34em");
    node.append("title").text((n) => n.words);
    const place = () => node.attr("transform", (n) => `translate(${n.x},${n.y})`);
    node.call(d3.drag().on("drag", (event, n) => { n.x = event.x; n.y = event.y; place(); moved(); }));
    return place;
  };

  const frame = (svg, inner, nodes) => {
    const left = Math.min(...nodes.map((n) => n.x - wide(n) / 2)) - 30, right = Math.max(...nodes.map((n) => n.x + wide(n) / 2)) + 30;
    const top = Math.min(...nodes.map((n) => n.y)) - 70, bottom = Math.max(...nodes.map((n) => n.y)) + 40;
    svg.attr("viewBox", `${left} ${top} ${Math.max(WIDE * 0.6, right - left)} ${Math.max(HIGH * 0.4, bottom - top)}`);
    const zoom = d3.zoom().scaleExtent([0.5, 12]).on("zoom", (event) => inner.attr("transform", event.transform));
    zoom.filter((event) => (event.type === "wheel" ? event.ctrlKey : !event.button));
    svg.call(zoom).on("dblclick.zoom", null);
    document.addEventListener("click", (event) => {
      const name = event.target.closest("[data-step]")?.dataset.step;
      if (name === "in" || name === "out") svg.call(zoom.scaleBy, name === "in" ? 1.6 : 0.625);
      if (name === "all") svg.call(zoom.transform, d3.zoomIdentity);
    });
  };

  const draw = (data) => {
    const edges = data.edges.map((e) => ({ ...e, source: e.tail, target: e.head }));
    settle(data.nodes, edges);
    bow(edges);
    const svg = d3.select(box).append("svg").attr("class", "gr").attr("role", "group").attr("aria-label", data.words);
    arrow(svg);
    const inner = svg.append("g");
    const below = inner.append("g"), above = inner.append("g");
    const placeEdges = paintEdges(below, edges, edges.length <= LABELS);
    const placeNodes = paintNodes(above, data.nodes, () => placeEdges());
    placeEdges();
    placeNodes();
    frame(svg, inner, data.nodes);
  };

  const start = async () => {
    box.setAttribute("aria-busy", "true");
    try {
      const data = await json(box.dataset.source);
      if (!data.nodes.length) return failed("No link is told of here.");
      draw(data);
      box.dataset.drawn = String(data.edges.length);
    } catch (wrong) {
      failed(`The graph could not be drawn. ${wrong.message}`);
    } finally {
      box.removeAttribute("aria-busy");
    }
  };
  start();
})();
