// The base map of the page, made from the one of the rendered pages: one source for both (training/build_basemap.py says where it comes from).
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Plugin } from "vite";

type Point = [number, number];
interface World {
  unit: number;
  countries: { code: string; name: string; rings: number[][] }[];
}

const FILE = new URL("../src/gesta/render/data/world.json.gz", import.meta.url);

/** The points of a ring, in degrees, closed. */
function points(flat: number[], unit: number): Point[] {
  const ring: Point[] = [];
  let [x, y] = [0, 0];
  for (let n = 0; n + 1 < flat.length; n += 2) {
    x += flat[n] ?? 0;
    y += flat[n + 1] ?? 0;
    ring.push([x * unit, y * unit]);
  }
  return ring.length ? [...ring, ring[0] as Point] : ring;
}

/** The part of a ring between two meridians (Sutherland–Hodgman): a ring that runs on past 180 degrees is cut there and its rest shifted. */
function clipped(ring: Point[], west: number, east: number): Point[] {
  let part = ring;
  for (const [edge, inside] of [[west, (p: Point) => p[0] >= west], [east, (p: Point) => p[0] <= east]] as const) {
    const kept: Point[] = [];
    part.forEach((p, n) => {
      const before = part[(n + part.length - 1) % part.length] as Point;
      if (inside(p) !== inside(before)) {
        const share = (edge - before[0]) / (p[0] - before[0]);
        kept.push([edge, before[1] + share * (p[1] - before[1])]);
      }
      if (inside(p)) kept.push(p);
    });
    part = kept;
  }
  return part.length > 2 ? [...part, part[0] as Point] : [];
}

function area(ring: Point[]): number {
  return ring.reduce((sum, [x, y], n) => sum + x * (ring[(n + 1) % ring.length] as Point)[1] - (ring[(n + 1) % ring.length] as Point)[0] * y, 0) / 2;
}

function rounded(ring: Point[]): Point[] {
  return ring.map(([x, y]) => [Math.round(x * 100) / 100, Math.round(y * 100) / 100]);
}

/** Countries as GeoJSON, and one point in the largest part of each for its name. */
export function basemap(): { world: string; names: string } {
  const { unit, countries } = JSON.parse(gunzipSync(readFileSync(FILE)).toString("utf-8")) as World;
  const shapes = [];
  const labels = [];
  for (const { name, rings } of countries) {
    const parts = rings
      .map((flat) => points(flat, unit))
      .flatMap((ring) => [-360, 0, 360].map((turn) => clipped(ring.map(([x, y]): Point => [x + turn, y]), -180, 180)))
      .filter((ring) => ring.length > 3);
    shapes.push({ type: "Feature", properties: { name }, geometry: { type: "MultiPolygon", coordinates: parts.map((ring) => [rounded(ring)]) } });
    const largest = parts.toSorted((a, b) => Math.abs(area(b)) - Math.abs(area(a)))[0];
    if (!largest || Math.abs(area(largest)) < 1) continue;
    const [xs, ys] = [largest.map((p) => p[0]), largest.map((p) => p[1])];
    const middle: Point = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
    labels.push({ type: "Feature", properties: { name }, geometry: { type: "Point", coordinates: rounded([middle])[0] } });
  }
  const collection = (features: unknown[]) => JSON.stringify({ type: "FeatureCollection", features });
  return { world: collection(shapes), names: collection(labels) };
}

/** `world.json` and `world-names.json` lie among the assets of the built page. */
export function basemapFiles(): Plugin {
  return {
    name: "gesta-basemap",
    generateBundle() {
      const { world, names } = basemap();
      this.emitFile({ type: "asset", fileName: "assets/world.json", source: world });
      this.emitFile({ type: "asset", fileName: "assets/world-names.json", source: names });
    },
  };
}
