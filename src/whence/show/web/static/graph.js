/* The graph: who is said to do what for whom.  An arrow is one alleged link, as wide as its independent origins are many.
 *
 * #graph carries data-source (actors and links, or sources and who relies on them).  Actors stand in layers, who gives to the left
 * and who is given to the right, and every link has room for its words; one graph is always laid out the same way.  The
 * table below tells the same.
 */
"use strict";
(() => {
  const box = document.getElementById("graph");
  if (!box) return;
  const NAME = 40, HIGH = 30, LEAST = 0.75; // letters of a name; height of a box; smallest first scale
  const LABELS = box.dataset.source.includes("show=sources") ? 16 : 60; // with more lines their words show on approach
  const element = (name, words, more = {}) => Object.assign(document.createElement(name), { textContent: words, ...more });
  const failed = (words) => box.replaceChildren(element("p", `${words} The table below tells the same.`, { className: "empty" }));
  const short = (words) => (words.length > NAME ? `${words.slice(0, NAME - 1)}…` : words);
  const wide = (node) => Math.max(48, short(node.name).length * 7.4 + 22);

  const json = async (url) => {
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`The desk answered ${answer.status}.`);
    return answer.json();
  };

  const layout = (nodes, edges) => {
    const worded = edges.length <= LABELS;
    const graph = new dagre.graphlib.Graph({ multigraph: true, directed: true });
    graph.setGraph({ rankdir: "LR", ranksep: worded ? 34 : 140, nodesep: 22, edgesep: 14, marginx: 24, marginy: 24 });
    for (const node of nodes) graph.setNode(node.id, { width: wide(node), height: HIGH });
    edges.forEach((edge, i) => {
      const label = worded ? { width: edge.words.length * 6.2 + 10, height: 15, labelpos: "c" } : {};
      graph.setEdge(edge.tail, edge.head, { ...label, weight: 1 + edge.width }, String(i));
    });
    dagre.layout(graph);
    for (const node of nodes) Object.assign(node, { x: graph.node(node.id).x, y: graph.node(node.id).y });
    edges.forEach((edge, i) => {
      const placed = graph.edge(edge.tail, edge.head, String(i));
      const middle = placed.points[Math.floor(placed.points.length / 2)];
      if (!worded && placed.points.length < 4) placed.points.splice(1, 1); // the room that words would take
      Object.assign(edge, { points: sided(placed.points, graph.node(edge.tail), graph.node(edge.head)), at: { x: placed.x ?? middle.x, y: placed.y ?? middle.y } });
    });
    return graph.graph();
  };
  /* Lines leave and enter at the sides that face one another; a loop stays as it is laid. */
  const sided = (points, tail, head) => {
    if (tail === head) return points;
    const side = tail.x < head.x ? 1 : -1;
    const end = (node, way) => ({ x: node.x + (way * side * node.width) / 2, y: node.y });
    return [end(tail, 1), ...points.slice(1, -1), end(head, -1)];
  };
  /* Through every point that the layout gives, level at each, so that a line meets its words and its box. */
  const curve = (points) => points.map((p, i) => {
    if (!i) return `M${p.x},${p.y}`;
    const middle = (points[i - 1].x + p.x) / 2;
    return `C${middle},${points[i - 1].y} ${middle},${p.y} ${p.x},${p.y}`;
  }).join("");

  const arrow = (svg) => {
    const marker = svg.append("defs").append("marker").attr("id", "arrow").attr("viewBox", "0 0 10 10").attr("refX", 9).attr("refY", 5)
      .attr("markerWidth", 11).attr("markerHeight", 11).attr("markerUnits", "userSpaceOnUse").attr("orient", "auto-start-reverse");
    marker.append("path").attr("d", "M0,0.6L10,5L0,9.4Z").attr("class", "gr-head");
  };

  const kind = (edge) => `${edge.width ? "" : " gr-none"}${edge.denied ? " gr-denied" : ""}${edge.contradicted ? " gr-against" : ""}`;

  /* Lines lie below the actors, their words above everything; the Tab key reaches each link once, at its line. */
  const paintEdges = (below, above, edges, labelled) => {
    const line = below.selectAll("a").data(edges).join("a").attr("class", (e) => `gr-edge${kind(e)}`).attr("href", (e) => e.href).attr("aria-label", (e) => e.sentence);
    line.append("path").attr("class", "gr-hit");
    line.append("path").attr("class", "gr-line").attr("stroke-width", (e) => 1.4 + 1.2 * e.width).attr("marker-end", (e) => (e.directed ? "url(#arrow)" : null));
    line.append("title").text((e) => e.sentence);
    const word = above.selectAll("a").data(edges).join("a").attr("class", (e) => `gr-word${kind(e)}`).attr("href", (e) => e.href).attr("tabindex", -1).attr("aria-hidden", "true").classed("gr-quiet", !labelled);
    word.append("text").text((e) => e.words).attr("dy", ".34em").append("title").text((e) => e.sentence);
    const both = (on) => (event, edge) => {
      line.filter((e) => e === edge).classed("gr-on", on); // not raised: moved, it would lose the focus
      word.filter((e) => e === edge).classed("gr-on", on).raise();
    };
    for (const part of [line, word]) part.on("pointerenter focus", both(true)).on("pointerleave blur", both(false));
    line.each(function shape(e) { d3.select(this).selectAll("path").attr("d", curve(e.points)); });
    word.select("text").attr("x", (e) => e.at.x).attr("y", (e) => e.at.y);
    word.insert("rect", "text").attr("class", "gr-ground").each(function cover() { // so that no line runs through words
      const { x, y, width, height } = this.nextSibling.getBBox();
      d3.select(this).attr("x", x - 3).attr("y", y).attr("width", width + 6).attr("height", height);
    });
  };
  const paintNodes = (layer, nodes) => {
    const node = layer.selectAll("a").data(nodes).join("a").attr("class", (n) => `gr-node${n.vague ? " gr-vague" : ""}${n.chosen ? " gr-chosen" : ""}`)
      .attr("href", (n) => n.href).attr("transform", (n) => `translate(${n.x},${n.y})`);
    node.append("rect").attr("x", (n) => -wide(n) / 2).attr("width", wide).attr("y", -HIGH / 2).attr("height", HIGH).attr("rx", 5)
      .append("title").text((n) => n.words);
    node.append("text").text((n) => short(n.name)).attr("dy", ".34em");
  };

  /* The drawing grows and shrinks as a picture does, and the box scrolls: by wheel, by key, by touch. */
  const frame = (svg, size) => {
    const fit = Math.min(1, box.clientWidth / size.width);
    let scale = Math.max(fit, LEAST);
    const set = (wanted) => {
      scale = Math.min(4, Math.max(0.2, wanted));
      svg.attr("width", size.width * scale).attr("height", size.height * scale);
    };
    svg.attr("viewBox", `0 0 ${size.width} ${size.height}`);
    set(scale);
    document.addEventListener("click", (event) => {
      const name = event.target.closest("[data-step]")?.dataset.step;
      if (name === "in" || name === "out") set(scale * (name === "in" ? 1.4 : 1 / 1.4));
      if (name === "all") set(Math.min(fit, (innerHeight * 0.8) / size.height));
    });
  };

  const draw = (data) => {
    const size = layout(data.nodes, data.edges);
    const svg = d3.select(box).append("svg").attr("class", "gr").attr("role", "group").attr("aria-label", data.words);
    arrow(svg);
    const inner = svg.append("g");
    const [below, middle, above] = [inner.append("g"), inner.append("g"), inner.append("g")];
    paintEdges(below, above, data.edges, data.edges.length <= LABELS);
    paintNodes(middle, data.nodes);
    frame(svg, size);
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
