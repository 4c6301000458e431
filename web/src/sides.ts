// A side is told by colour and by shape, so that neither is needed alone.

const SHAPES = ["●", "■", "▲", "◆", "▼", "★"] as const;

export interface Side {
  readonly n: number; // 1 to 6; 0 where there are more sides than marks
  readonly shape: string;
}

const OTHER: Side = { n: 0, shape: "○" };

/** The marks of the codes, in their order: the first code is side 1. What stands after a dot is the same side. */
export function marksOf(codes: readonly (string | null)[]): (code: string | null | undefined) => Side {
  const heads = [...new Set(codes.flatMap((code) => (code ? [code.split(".")[0] ?? code] : [])))];
  const marks = new Map(heads.slice(0, SHAPES.length).map((head, n) => [head, { n: n + 1, shape: SHAPES[n] ?? "○" }]));
  return (code) => (code ? (marks.get(code.split(".")[0] ?? code) ?? OTHER) : OTHER);
}
