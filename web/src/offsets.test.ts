import { expect, test } from "vitest";
import { slice, unitsOf } from "./offsets";

test("an emoji is one code point and two units", () => {
  const text = "a🕊b";
  expect([...unitsOf(text)]).toEqual([0, 1, 3, 4]);
  expect(slice(text, unitsOf(text), 1, 2)).toBe("🕊");
});

test("a decomposed letter stays two code points", () => {
  const text = "Barc\u0327a";
  expect(slice(text, unitsOf(text), 3, 5)).toBe("c\u0327");
});

test("the end of the text is an offset too", () => {
  expect(slice("🕊🕊", unitsOf("🕊🕊"), 1, 2)).toBe("🕊");
  expect([...unitsOf("")]).toEqual([0]);
});
