import { expect, test } from "vitest";
import { csvOf } from "./spreadsheets";

test("no cell is run as a formula, and every cell stays one", () => {
  const rows = [{ outlet: '=HYPERLINK("x")', n: -3, sides: ["ARM", "AZE"] }, { outlet: "a, b\n\"c\"", n: null, types: { ASSAULT: 2 } }];
  expect(csvOf(rows)).toBe('outlet,n,sides,types\r\n"\'=HYPERLINK(""x"")",-3,"ARM; AZE",\r\n"a, b\n""c""",,,ASSAULT: 2\r\n');
});
