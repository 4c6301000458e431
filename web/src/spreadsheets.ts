// Rows as files that a spreadsheet opens.

export type Rows = readonly Readonly<Record<string, unknown>>[];

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(cell).join("; ");
  if (typeof value === "object") return Object.entries(value).map(([name, one]) => `${name}: ${cell(one)}`).join("; ");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
};

/** Rows as CSV (RFC 4180); text that a spreadsheet would run as a formula has an apostrophe before it. */
export function csvOf(rows: Rows): string {
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const safe = (value: unknown) => {
    const text = cell(value);
    const harmless = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  return [heads.join(","), ...rows.map((row) => heads.map((head) => safe(row[head])).join(","))].join("\r\n") + "\r\n";
}
