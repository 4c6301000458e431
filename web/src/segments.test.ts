import { expect, test } from "vitest";
import { type Item, segmentsOf } from "./segments";

const item = (key: string, ...spans: [number, number][]): Item => ({ key, layer: "event", spans, background: false });

test("overlapping spans cut a text into parts that together are the text", () => {
  const found = segmentsOf("🕊 49 soldiers died", [item("a", [2, 13]), item("b", [5, 18])]);
  expect(found.map((one) => one.text)).toEqual(["🕊 ", "49 ", "soldiers", " died"]);
  expect(found.map((one) => one.items.map((i) => i.key).join(""))).toEqual(["", "a", "ab", "b"]);
});

test("a passage that begins later keeps the offsets of the text", () => {
  const found = segmentsOf("soldiers", [item("a", [103, 105])], 100);
  expect(found.map((one) => [one.start, one.text])).toEqual([[100, "sol"], [103, "di"], [105, "ers"]]);
});

test("a span outside cuts nothing", () => expect(segmentsOf("abc", [item("a", [10, 20])])).toHaveLength(1));
