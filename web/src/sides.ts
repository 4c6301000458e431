// A side is told by colour and by shape, so that neither is needed alone.

const SHAPES = ["●", "■", "▲", "◆", "▼", "★"] as const;

export interface Side {
  readonly n: number; // 1 to 6; 0 where there are more sides than marks
  readonly shape: string;
}

const OTHER: Side = { n: 0, shape: "○" };

type Codes = readonly (string | null)[];

const headsOf = (codes: Codes) => codes.flatMap((code) => (code ? [code.split(".")[0] ?? code] : []));

/**
 * The marks of the parties that are named most, by their codes, so that the same two have the same marks on every page; then of the others in
 * their order. What stands after a dot is the same side.
 */
export function marksOf(parties: Codes, others: Codes = []): (code: string | null | undefined) => Side {
  const often = [...Map.groupBy(headsOf(parties), (head) => head)].toSorted(([, one], [, other]) => other.length - one.length);
  const first = often.slice(0, SHAPES.length).map(([head]) => head).toSorted();
  const heads = [...new Set([...first, ...headsOf(others)])];
  const marks = new Map(heads.slice(0, SHAPES.length).map((head, n) => [head, { n: n + 1, shape: SHAPES[n] ?? "○" }]));
  return (code) => (code ? (marks.get(code.split(".")[0] ?? code) ?? OTHER) : OTHER);
}
