// A text cut where anything begins or ends, so that evidence that overlaps can be drawn without nesting.
import type { GestaRecord, Span } from "./nouns";
import { unitsOf } from "./offsets";

export type Layer = "event" | "figure" | "statement";

export interface Item {
  readonly key: string;
  readonly layer: Layer;
  readonly spans: readonly Span[];
  readonly background: boolean;
}

export interface Segment {
  readonly text: string;
  readonly start: number; // code points
  readonly items: readonly Item[];
}

export function itemsOf(record: GestaRecord): Item[] {
  return [
    ...record.events.map((one): Item => ({ key: one.key, layer: "event", spans: [one.evidence], background: one.era === "background" })),
    ...record.figures.map((one): Item => ({ key: one.key, layer: "figure", spans: [one.evidence], background: one.era === "background" })),
    ...record.statements.map((one): Item => ({ key: one.key, layer: "statement", spans: [...one.content, ...(one.cue ? [one.cue] : [])], background: false })),
  ];
}

/** The segments of the characters `from` to `to` (code points) of a text that begins at `from`. */
export function segmentsOf(text: string, items: readonly Item[], from = 0): Segment[] {
  const units = unitsOf(text);
  const length = units.length - 1;
  const cuts = new Set([0, length]);
  for (const { spans } of items) for (const [start, end] of spans) for (const at of [start - from, end - from]) if (at > 0 && at < length) cuts.add(at);
  const ordered = [...cuts].toSorted((a, b) => a - b);
  return ordered.slice(0, -1).map((start, n) => {
    const end = ordered[n + 1] ?? length;
    return {
      text: text.slice(units[start], units[end]),
      start: start + from,
      items: items.filter((item) => item.spans.some(([a, b]) => a - from <= start && end <= b - from)),
    };
  });
}
