/* The map: incidents as areas in which they lie, over land and borders from this machine.  The table below tells the same.
 *
 * #map carries the addresses of what it needs: data-source (the incidents), data-lib and data-worker (MapLibre), data-land and
 * data-fine (land and borders, coarse and fine).  An area is drawn at its true size; where that is smaller than a ring
 * of some pixels the ring is drawn instead: larger than what is known, never smaller.
 */
"use strict";
(() => {
  const box = document.getElementById("map");
  if (!box) return;
  const panel = document.getElementById("map-panel");
  const EARTH = 6371.0088; // km, mean radius
  const FINE = 5; // zoom from which the finer borders are loaded
  const WIDE = 150; // km: places less sure than this do not decide what the map shows first
  const MOST = 0.96; // the part of all incidents that the map shows first, so that a far one does not make all small
  const say = (words) => globalThis.desk?.say(words);

  const json = async (url) => {
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`The desk answered ${answer.status}.`);
    return answer.json();
  };

  /* Colours come from the desk's sheet, so that the map follows light and dark. */
  const colours = () => {
    const probe = document.createElement("i");
    box.append(probe);
    const named = {};
    for (const name of ["paper", "card", "sunk", "ink", "soft", "rule", "edge", "accent", "warn", "focus"]) {
      probe.className = `map-c-${name}`;
      named[name] = getComputedStyle(probe).color;
    }
    probe.remove();
    return named;
  };

  /* A circle of `km` around a point, as a ring of coordinates on the sphere. */
  const circle = (lon, lat, km) => {
    const rad = Math.PI / 180, d = km / EARTH, ring = [];
    for (let i = 0; i <= 64; i += 1) {
      const way = (i / 64) * 2 * Math.PI;
      const la = Math.asin(Math.sin(lat * rad) * Math.cos(d) + Math.cos(lat * rad) * Math.sin(d) * Math.cos(way));
      const lo = lon * rad + Math.atan2(Math.sin(way) * Math.sin(d) * Math.cos(lat * rad), Math.cos(d) - Math.sin(lat * rad) * Math.sin(la));
      ring.push([lo / rad, la / rad]);
    }
    return ring;
  };

  const areas = (places) => ({
    type: "FeatureCollection",
    features: places.map((p, i) => ({
      type: "Feature", id: i,
      properties: { sure: p.sure > 0, km: p.radius_km },
      geometry: { type: "Polygon", coordinates: [circle(p.lon, p.lat, Math.max(p.radius_km, 0.05))] },
    })).sort((a, b) => b.properties.km - a.properties.km), // the least sure lie below
  });
  /* Places with one middle (a town and its district) share one ring, which tells of all of them. */
  const spots = (places) => {
    const found = new Map();
    for (const place of places) {
      const key = `${place.lon.toFixed(2)} ${place.lat.toFixed(2)}`;
      found.set(key, [...(found.get(key) ?? []), place]);
    }
    return [...found.values()];
  };
  const sum = (places, name) => places.reduce((total, p) => total + p[name], 0);
  const points = (groups) => ({
    type: "FeatureCollection",
    features: groups.map((group, i) => ({
      type: "Feature", id: i,
      properties: {
        at: i, sure: sum(group, "sure"), maybe: sum(group, "maybe"), count: sum(group, "sure") + sum(group, "maybe"),
        name: [...new Set(group.map((p) => p.name))].slice(0, 2).join(" · "),
      },
      geometry: { type: "Point", coordinates: [group[0].lon, group[0].lat] },
    })),
  });

  /* A line over the 180th meridian goes on beyond it instead of leaping back across the map. */
  const unrolled = (line) => {
    let turn = 0;
    return line.map(([lon, lat], i) => {
      if (i && Math.abs(lon - line[i - 1][0]) > 180) turn += lon < line[i - 1][0] ? 360 : -360;
      return [lon + turn, lat];
    });
  };
  /* A ring around a pole does not close when it is unrolled: it closes along the edge of the map. */
  const closed = (ring) => {
    const flat = unrolled(ring), first = flat[0], last = flat.at(-1);
    if (Math.abs(first[0] - last[0]) < 180) return flat;
    const pole = first[1] < 0 ? -90 : 90;
    return [...flat, [last[0], pole], [first[0], pole], first];
  };
  const flat = (geometry) => ({
    type: "MultiPolygon",
    coordinates: (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).map((rings) => rings.map(closed)),
  });

  /* Land, borders and one name for each country, from Natural Earth's topology, which is cut nowhere. */
  const ground = (topology) => {
    const { countries, land } = topology.objects;
    const feature = (geometry, properties = {}) => ({ type: "Feature", properties, geometry });
    const borders = topojson.mesh(topology, countries, (a, b) => a !== b);
    return {
      land: { type: "FeatureCollection", features: topojson.feature(topology, land).features.map((f) => feature(flat(f.geometry))) },
      borders: feature({ type: "MultiLineString", coordinates: borders.coordinates.map(unrolled) }),
      names: {
        type: "FeatureCollection",
        features: topojson.feature(topology, countries).features.map((f) => feature({ type: "Point", coordinates: middle(flat(f.geometry)) }, { name: f.properties.name })),
      },
    };
  };
  /* The centre of gravity of its largest part. */
  const middle = (geometry) => {
    let best = null;
    for (const [ring] of geometry.coordinates) {
      let area = 0, x = 0, y = 0;
      for (let i = 1; i < ring.length; i += 1) {
        const cross = ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
        area += cross;
        x += (ring[i - 1][0] + ring[i][0]) * cross;
        y += (ring[i - 1][1] + ring[i][1]) * cross;
      }
      if (!best || Math.abs(area) > Math.abs(best.area)) best = { area, at: area ? [x / (3 * area), y / (3 * area)] : ring[0] };
    }
    return best.at;
  };

  const style = (c, land, places) => {
    const source = (data, more = {}) => ({ type: "geojson", data, ...more });
    const sure = ["get", "sure"];
    const single = ["!", ["has", "point_count"]];
    return {
      version: 8,
      sources: {
        land: source(land.land, { attribution: "Land and borders: Natural Earth, as a rough ground; they say nothing about whose land it is" }),
        borders: source(land.borders),
        names: source(land.names),
        areas: source(areas(places)),
        points: source(points(spots(places)), {
          cluster: true, clusterRadius: 34, clusterMaxZoom: 9,
          clusterProperties: { total: ["+", ["get", "count"]], known: ["+", ["get", "sure"]] },
        }),
      },
      layers: [
        { id: "sea", type: "background", paint: { "background-color": c.sunk } },
        { id: "land", type: "fill", source: "land", paint: { "fill-color": c.card } },
        { id: "coast", type: "line", source: "land", paint: { "line-color": c.rule, "line-width": 1 } },
        { id: "borders", type: "line", source: "borders", paint: { "line-color": c.edge, "line-width": 0.8, "line-dasharray": [3, 2] } },
        text("names", "names", c.soft, c.card, { "text-field": ["get", "name"], "text-size": 12, "text-letter-spacing": 0.08 }),
        { id: "areas", type: "fill", source: "areas", paint: { "fill-color": c.accent, "fill-opacity": ["*", ["case", sure, 1, 0.4], ["interpolate", ["linear"], ["get", "km"], 0, 0.16, 30, 0.07, 150, 0.02]] } },
        { id: "areas-sure", type: "line", source: "areas", filter: ["==", sure, true], paint: { "line-color": c.accent, "line-width": 1.5 } },
        { id: "areas-maybe", type: "line", source: "areas", filter: ["==", sure, false], paint: { "line-color": c.accent, "line-width": 1.5, "line-dasharray": [2, 2] } },
        ring("groups", ["has", "point_count"], c, ["interpolate", ["linear"], ["get", "total"], 1, 11, 50, 18, 1000, 30]),
        ring("rings", single, c, ["interpolate", ["linear"], ["get", "count"], 1, 9, 50, 16, 1000, 26]),
        text("group-counts", "points", c.ink, c.card, { "text-field": ["to-string", ["get", "total"]], "text-size": 12, "text-allow-overlap": true }, ["has", "point_count"]),
        text("counts", "points", c.ink, c.card, { "text-field": ["case", [">", sure, 0], ["to-string", ["get", "count"]], ["concat", ["get", "count"], "?"]], "text-size": 12, "text-allow-overlap": true }, single),
        text("places", "points", c.ink, c.card, { "text-field": ["get", "name"], "text-size": 13, "text-anchor": "top", "text-offset": [0, 1.1], "text-optional": true }, single),
      ],
    };
  };
  const ring = (id, filter, c, radius) => ({
    id, type: "circle", source: "points", filter,
    paint: { "circle-radius": radius, "circle-color": c.card, "circle-opacity": 0.75, "circle-stroke-color": c.accent, "circle-stroke-width": 2 },
  });
  const text = (id, source, colour, halo, layout, filter) => ({
    id, type: "symbol", source, ...(filter ? { filter } : {}),
    layout: { "text-font": ["system-ui", "sans-serif"], "text-padding": 4, ...layout },
    paint: { "text-color": colour, "text-halo-color": halo, "text-halo-width": 1.6 },
  });

  const around = (places) => {
    const spots = places.flatMap((p) => circle(p.lon, p.lat, Math.max(p.radius_km, 5)));
    if (!spots.length) return [[-170, -58], [178, 75]];
    const ends = (axis) => [Math.min(...spots.map((s) => s[axis])), Math.max(...spots.map((s) => s[axis]))];
    const [[west, east], [south, north]] = [ends(0), ends(1)];
    return [[west, south], [east, north]];
  };
  /* Where most incidents lie: an equal few are left out at each end, north, south, east and west. */
  const core = (places) => {
    const near = places.filter((p) => p.radius_km <= WIDE);
    const weigh = (p) => p.sure + p.maybe / 4;
    const within = (axis) => {
      const ordered = [...near].sort((a, b) => a[axis] - b[axis]);
      const total = ordered.reduce((sum, p) => sum + weigh(p), 0);
      let before = 0;
      return new Set(ordered.filter((p) => {
        before += weigh(p);
        return before >= ((1 - MOST) / 2) * total && before - weigh(p) <= ((1 + MOST) / 2) * total;
      }));
    };
    const [across, along] = [within("lon"), within("lat")];
    const kept = near.filter((p) => across.has(p) && along.has(p));
    return kept.length ? kept : places;
  };

  /* What lies at a place, beside the map: every incident with its time and origins, as links. */
  const element = (name, words, more = {}) => Object.assign(document.createElement(name), { textContent: words, ...more });
  const listed = (place) => {
    const list = document.createElement("ul");
    for (const told of place.incidents) {
      const row = document.createElement("li");
      row.append(element("a", told.label, { href: told.href, dir: "auto" }), element("div", [told.when, told.origins, told.maybe ? "perhaps here, perhaps elsewhere" : ""].filter(Boolean).join(" · "), { className: "meta" }));
      list.append(row);
    }
    const rest = place.sure + place.maybe - place.incidents.length;
    const parts = [element("h2", place.name, { dir: "auto" }), element("p", place.words, { className: "meta" }), list];
    if (rest > 0) parts.push(element("p", `and ${rest} more: narrow the incidents to this place to see all.`, { className: "meta" }));
    return parts;
  };
  const tell = (group) => {
    const close = element("button", "✕", { type: "button", className: "btn quiet", ariaLabel: "Close" });
    close.addEventListener("click", () => { panel.hidden = true; });
    panel.replaceChildren(close, ...group.flatMap(listed));
    panel.hidden = false;
    panel.scrollTop = 0;
    say(`${group[0].name}: ${sum(group, "sure") + sum(group, "maybe")} incidents`);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") panel.hidden = true;
  });

  const failed = (words) => {
    box.replaceChildren(element("p", `${words} The table below tells the same.`, { className: "empty" }));
    box.classList.add("failed");
  };

  const draw = (lib, data, land) => {
    lib.setWorkerUrl(new URL(box.dataset.worker, location.href).href);
    box.replaceChildren();
    const map = new lib.Map({
      container: box, style: style(colours(), land, data.places), hash: "at", bounds: around(core(data.places)), maxZoom: 13,
      fitBoundsOptions: { padding: 48, maxZoom: 7 }, attributionControl: { compact: false }, dragRotate: false, pitchWithRotate: false, touchPitch: false,
      fadeDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 150,
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.addControl(new lib.NavigationControl({ showCompass: false }), "top-right");
    map.addControl(new lib.ScaleControl({ unit: "metric" }), "bottom-left");
    map.getCanvas().setAttribute("aria-label", `Map of ${data.drawn} incidents; the table below tells the same. Arrow keys move it, plus and minus zoom.`);
    return map;
  };

  const follow = (map, data, land) => {
    const groups = spots(data.places);
    let fine = null;
    const repaint = () => map.setStyle(style(colours(), fine ?? land, data.places));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
    map.on("zoomend", async () => {
      if (fine || map.getZoom() < FINE || !box.dataset.fine) return;
      fine = ground(await json(box.dataset.fine));
      for (const name of ["land", "borders", "names"]) map.getSource(name)?.setData(fine[name]);
    });
    map.on("click", async (event) => {
      const near = [[event.point.x - 6, event.point.y - 6], [event.point.x + 6, event.point.y + 6]];
      const hit = map.queryRenderedFeatures(near, { layers: ["rings", "groups"] })[0];
      if (!hit) return;
      if (!hit.properties.point_count) return tell(groups[hit.properties.at]);
      const zoom = await map.getSource("points").getClusterExpansionZoom(hit.properties.cluster_id);
      map.easeTo({ center: hit.geometry.coordinates, zoom });
    });
    for (const layer of ["rings", "groups"]) {
      map.on("mouseenter", layer, () => { map.getCanvas().classList.add("over"); });
      map.on("mouseleave", layer, () => { map.getCanvas().classList.remove("over"); });
    }
    document.addEventListener("click", (event) => {
      const step = event.target.closest("[data-step]")?.dataset.step;
      if (step) map.fitBounds(around(step === "all" ? data.places : core(data.places)), { padding: 48, maxZoom: 7 });
      const button = event.target.closest("[data-lat]");
      if (!button) return;
      const { lat, lon, km } = button.dataset;
      const ringed = circle(Number(lon), Number(lat), Math.max(Number(km), 2));
      map.fitBounds([[ringed[48][0], ringed[32][1]], [ringed[16][0], ringed[0][1]]], { padding: 60, maxZoom: 10 });
      const group = groups.find((g) => g.some((p) => p.lat === Number(lat) && p.lon === Number(lon)));
      if (group) tell(group);
      box.scrollIntoView({ block: "nearest" });
    });
  };

  const start = async () => {
    box.setAttribute("aria-busy", "true");
    try {
      const [lib, data, coarse] = await Promise.all([import(box.dataset.lib), json(box.dataset.source), json(box.dataset.land)]);
      const land = ground(coarse);
      document.getElementById("map-told").textContent = data.words;
      const map = draw(lib, data, land);
      follow(map, data, land);
      map.once("idle", () => { box.dataset.drawn = String(data.places.length); });
    } catch (wrong) {
      failed(/webgl/i.test(wrong.message) ? "This browser cannot draw the map: its WebGL is switched off." : `The map could not be drawn. ${wrong.message}`);
    } finally {
      box.removeAttribute("aria-busy");
    }
  };
  start();
})();
