// The map, loaded when it is first shown. Base map and places are of this origin: no tiles, no glyph server.
import type { FeatureCollection } from "geojson";
import * as maplibre from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import { useEffect, useRef } from "preact/hooks";
import { DISPUTED } from "./disputed";
import { hand } from "./bits";
import type { PlaceCount } from "./nouns";
import { counted } from "./words";

maplibre.setWorkerUrl(workerUrl);

const LARGEST = 22; // pixels, the circle of the place with the most
const REGION = 4; // UCDP's precision from which on a point stands for a region or a country: it happened somewhere in it

export default function Map({ places, chosen, onChoose }: {
  readonly places: readonly PlaceCount[];
  readonly chosen: readonly string[];
  readonly onChoose: (place: string) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<maplibre.Map | null>(null);
  const choose = useRef(onChoose);
  choose.current = onChoose;

  useEffect(() => {
    if (!box.current) return;
    const made = new maplibre.Map({ container: box.current, style: style(), center: [44, 40], zoom: 2, maxZoom: 12, attributionControl: false, fadeDuration: 0, keyboard: true });
    made.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
    made.addControl(new maplibre.AttributionControl({ compact: true, customAttribution: "Natural Earth · GeoNames" }));
    const hover = new maplibre.Popup({ closeButton: false, closeOnClick: false });
    made.on("mousemove", "places", (event) => {
      const one = event.features?.[0];
      if (!one) return;
      made.getCanvas().style.cursor = "pointer";
      const words = document.createElement("span");
      words.textContent = `${one.properties["somewhere"] ? "somewhere in " : ""}${String(one.properties["place"])}: ${counted(Number(one.properties["incidents"]), "incident")}`;
      hover.setLngLat(event.lngLat).setDOMContent(words).addTo(made);
    });
    made.on("mouseleave", "places", () => {
      made.getCanvas().style.cursor = "";
      hover.remove();
    });
    made.on("click", "places", (event) => {
      const name: unknown = event.features?.[0]?.properties["place"];
      if (typeof name === "string") choose.current(name);
    });
    // What is drawn can be read right after it was drawn, in the same turn.
    const picture = () => made.once("render", () => made.getCanvas().toBlob((blob) => blob && hand(blob, "gesta-map.png"))).triggerRepaint();
    box.current.addEventListener("gesta-picture", picture);
    made.on("idle", () => box.current?.setAttribute("data-idle", "true"));
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const recolour = () => made.setStyle(style(), { transformStyle: (was, now) => (was ? { ...now, sources: was.sources } : now) });
    scheme.addEventListener("change", recolour);
    map.current = made;
    return () => {
      scheme.removeEventListener("change", recolour);
      made.remove();
      map.current = null;
    };
  }, []);

  useEffect(() => {
    const made = map.current;
    if (!made) return;
    const shown = places.filter((one) => one.lat !== null && one.lon !== null);
    const most = Math.max(1, ...shown.map((one) => one.incidents));
    const data: FeatureCollection = {
      type: "FeatureCollection",
      features: shown.map((one) => ({
        type: "Feature",
        geometry: { type: "Point", coordinates: [one.lon ?? 0, one.lat ?? 0] },
        properties: { place: one.place, incidents: one.incidents, contested: one.contested > 0, somewhere: somewhere(one), chosen: chosen.includes(one.place), radius: 4 + (LARGEST - 4) * Math.sqrt(one.incidents / most) },
      })),
    };
    const put = () => {
      made.getSource<maplibre.GeoJSONSource>("places")?.setData(data);
      box.current?.removeAttribute("data-idle");
    };
    if (made.isStyleLoaded()) put();
    else void made.once("load", put);
    const bounds = new maplibre.LngLatBounds();
    const exact = shown.filter((one) => !somewhere(one));
    for (const one of (exact.length ? exact : shown).slice(0, 50)) bounds.extend([one.lon ?? 0, one.lat ?? 0]);
    if (!bounds.isEmpty() && !chosen.length) made.fitBounds(bounds, { padding: 60, maxZoom: 7, animate: false });
  }, [places, chosen.join("|")]);

  return <div ref={box} class="map" role="region" aria-label="Map of places; the table below has the same" />;
}

function somewhere(one: PlaceCount): boolean {
  return one.where_prec !== null && one.where_prec >= REGION;
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function style(): maplibre.StyleSpecification {
  const disputed: FeatureCollection = {
    type: "FeatureCollection",
    features: DISPUTED.map((one) => ({
      type: "Feature",
      geometry: { type: "Polygon", coordinates: [one.ring.map(([x, y]) => [x, y])] },
      properties: { name: one.name },
    })),
  };
  const [sea, land, border, tint, names, mark, chosen, alert, card] = ["--sea", "--land", "--border", "--tint", "--map-name", "--ev", "--fi", "--alert", "--card"].map(colour) as [string, string, string, string, string, string, string, string, string];
  return {
    version: 8,
    sources: {
      world: { type: "geojson", data: new URL("/assets/world.json?v=1", location.href).href },
      names: { type: "geojson", data: new URL("/assets/world-names.json?v=1", location.href).href },
      disputed: { type: "geojson", data: disputed },
      places: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": sea } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": land } },
      { id: "disputed", type: "fill", source: "disputed", paint: { "fill-color": tint, "fill-opacity": 0.75 } },
      { id: "borders", type: "line", source: "world", paint: { "line-color": border, "line-width": 0.7 } },
      { id: "disputed-edges", type: "line", source: "disputed", paint: { "line-color": border, "line-width": 1.2, "line-dasharray": [2, 2] } },
      { id: "places", type: "circle", source: "places", paint: {
        "circle-radius": ["get", "radius"],
        "circle-color": ["case", ["get", "chosen"], chosen, mark],
        "circle-opacity": ["case", ["get", "somewhere"], 0.1, 0.72],
        "circle-stroke-width": ["case", ["get", "contested"], 2.5, ["get", "somewhere"], 1.5, 1],
        "circle-stroke-color": ["case", ["get", "contested"], alert, ["get", "somewhere"], mark, card],
      } },
      { id: "names", type: "symbol", source: "names", minzoom: 2.5, layout: { "text-field": ["get", "name"], "text-font": ["sans-serif"], "text-size": 11 }, paint: { "text-color": names, "text-halo-color": land, "text-halo-width": 1 } },
      { id: "place-names", type: "symbol", source: "places", minzoom: 4, layout: { "text-field": ["get", "place"], "text-font": ["sans-serif"], "text-size": 11, "text-offset": [0, 1.3], "text-anchor": "top" }, paint: { "text-color": colour("--ink"), "text-halo-color": land, "text-halo-width": 1.4 } },
    ],
  };
}
