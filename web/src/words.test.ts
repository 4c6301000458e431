import { expect, test } from "vitest";
import { amount, codeWords, daysWords, directionOf, tickWords, typeWords, within } from "./words";

test("a number keeps what bounds it", () => {
  expect(amount({ low: 49, best: 49, high: null, qualifier: "at_least" })).toBe("≥ 49");
  expect(amount({ low: 77, best: 80, high: 430 })).toBe("80 (77–430)");
  expect(amount({ low: 1200, best: 1200, high: 1200 })).toBe("1,200");
  expect(amount({})).toBe("?");
});

test("days of one month share it", () => {
  expect(daysWords("2022-05-12", "2022-05-12")).toBe("12 May 2022");
  expect(daysWords("2022-05-12", "2022-05-15")).toMatch(/^12\D+15 May 2022$/);
  expect(daysWords(null, null)).toBe("no day given");
});

test("a code is named as the store names it", () => {
  const names = new Map([["ARM", "Armenia"], ["AZE", "Azerbaijan"]]);
  expect(codeWords("ARM", names)).toBe("Armenia");
  expect(codeWords("AZE.MIL", names)).toBe("Azerbaijan (military)");
  expect(codeWords("HALCYON", names)).toBe("Halcyon");
  expect(codeWords("HALCYON NEWS AGENCY", names)).toBe("Halcyon News Agency");
  expect(codeWords("BBC NEWS", names)).toBe("BBC NEWS");
  expect(codeWords("PKK", names)).toBe("PKK");
  expect(codeWords("-", names)).toBe("nobody named");
});

test("an axis is of years, of months or of days, never of all three", () => {
  const on = (...days: string[]) => {
    const ticks = days.map((day) => new Date(`${day}T00:00:00Z`));
    return ticks.map(tickWords(ticks));
  };
  expect(on("2023-01-01", "2024-01-01")).toEqual(["2023", "2024"]);
  expect(on("2023-12-01", "2024-01-01")).toEqual(["Dec 2023", "Jan 2024"]);
  expect(on("2023-05-31", "2023-06-01")).toEqual(["31 May", "1 Jun"]);
});

test("a text runs as most of its letters do, whatever it begins with", () => {
  expect(directionOf("كتائب القسام and the army trade fire near the border")).toBe("ltr");
  expect(directionOf("كتائب القسام تتبنى هجوما قرب UNRWA")).toBe("rtl");
  expect(directionOf("\u05e6\u05d4\u05f4\u05dc 12")).toBe("rtl");
  expect(directionOf("1–2")).toBe("ltr");
});

test("an article is small within a sentence, and a name's first word is not", () => {
  expect(within("A nurse in Goris")).toBe("a nurse in Goris");
  expect(within("The Hague")).toBe("The Hague");
});

test("a type is read as words", () => expect(typeWords("ASSAULT", "heavy-weapons")).toBe("Assault, heavy weapons"));
