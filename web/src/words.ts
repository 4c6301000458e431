// Numbers, days and codes in words that a reader needs no key for.

export interface Bounds {
  low?: number | null | undefined;
  best?: number | null | undefined;
  high?: number | null | undefined;
  qualifier?: string | null | undefined;
}

const number = new Intl.NumberFormat("en-GB");

const SIGNS: Readonly<Record<string, string>> = { at_least: "≥ ", more_than: "> ", at_most: "≤ ", up_to: "≤ ", fewer_than: "< ", less_than: "< ", about: "≈ " };

/** "49", "≥ 49", "50–60", "80 (77–430)": the best number with what bounds it; "?" where there is none. */
export function amount({ low, best, high, qualifier }: Bounds): string {
  const sign = SIGNS[qualifier ?? ""] ?? "";
  const shown = best ?? null;
  if (shown === null) {
    if (low != null && high != null) return low === high ? number.format(low) : `${number.format(low)}–${number.format(high)}`;
    return low != null ? `≥ ${number.format(low)}` : high != null ? `≤ ${number.format(high)}` : "?";
  }
  const apart = low != null && high != null && (low !== shown || high !== shown);
  return sign + number.format(shown) + (apart && !sign ? ` (${number.format(low)}–${number.format(high)})` : "");
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

export function dayWords(iso: string | null | undefined): string {
  return iso ? day.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)) : "no day";
}

/** "12 Sep 2022", "12–15 Sep 2022", "30 Aug – 2 Sep 2022". */
export function daysWords(start: string | null | undefined, end: string | null | undefined): string {
  if (!start && !end) return "no day given";
  if (!start || !end || start === end) return dayWords(start ?? end);
  return day.formatRange(new Date(`${start}T00:00:00Z`), new Date(`${end}T00:00:00Z`));
}

/** What stands at the ticks of an axis: years, months or days, whichever they all are: "2022", "Sept 2022", "18 Sept". */
export function tickWords(ticks: readonly Date[]): (tick: Date) => string {
  const months = ticks.every((tick) => tick.getUTCDate() === 1);
  const years = months && ticks.every((tick) => tick.getUTCMonth() === 0);
  const parts: Intl.DateTimeFormatOptions = years ? { year: "numeric" } : months ? { month: "short", year: "numeric" } : { day: "numeric", month: "short" };
  const form = new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "UTC" });
  return (tick) => form.format(tick);
}

/** A name that begins a sentence as it stands within one: "A nurse in Goris" is "a nurse in Goris". */
export function within(name: string): string {
  return name.replace(/^(A|An|The) (?=\p{Ll})/u, (article) => article.toLowerCase());
}

export function counted(n: number, one: string, many = `${one}s`): string {
  return `${number.format(n)} ${n === 1 ? one : many}`;
}

/** "heavy-weapons" → "heavy weapons"; "killed_or_missing" → "killed or missing". */
export function plain(word: string | null | undefined): string {
  return (word ?? "").replace(/[-_]/g, " ");
}

/** The type in words: "Assault, heavy weapons". */
export function typeWords(type: string, mode?: string | null): string {
  const name = type.charAt(0) + type.slice(1).toLowerCase();
  return mode ? `${name}, ${plain(mode)}` : name;
}

const SECTORS: Readonly<Record<string, string>> = {
  MIL: "military", GOV: "government", CVL: "civilians", REB: "rebels", COP: "police", MED: "media", OPP: "opposition", SPY: "intelligence", REF: "refugees",
  LEG: "parliament", JUD: "courts", SEP: "separatists", UAF: "armed group", CRM: "crime", EDU: "education", HLH: "health", BUS: "business", IGO: "body",
};

/** True for an outlet's name in capitals, by which its own voice is coded: words that are too long to be letters for something. */
function spelled(code: string): boolean {
  const words = code.split(" ");
  return words.every((word) => word.length > (words.length > 1 ? 3 : 5) && /^\p{Lu}+$/u.test(word));
}

/** "Armenia (military)" for ARM.MIL by the names of the store's actors; the code itself where it has none. */
export function codeWords(code: string | null | undefined, names: ReadonlyMap<string, string>): string {
  if (!code) return "not said";
  if (code === "-") return "nobody named";
  const known = names.get(code);
  if (known) return known;
  if (spelled(code)) return code.replace(/\S+/g, (word) => word.charAt(0) + word.slice(1).toLowerCase());
  const [head = "", sector] = code.split(".");
  const name = names.get(head) ?? head;
  return sector ? `${name} (${SECTORS[sector] ?? sector})` : name;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

/** Which way most letters of a text run: an English headline may begin with an Arabic name, by which a browser would turn all of it round. */
export function directionOf(text: string): "rtl" | "ltr" {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return 2 * (text.match(RIGHT_TO_LEFT)?.length ?? 0) > letters ? "rtl" : "ltr";
}

/** The text with a sign for each character that turns what follows around: nothing may read otherwise than it is written. */
export function legible(text: string): string {
  return text.replace(/[\u202d\u202e]/g, "\ufffd");
}
