// Codes by name, as the store has them; asked for once.
import { signal } from "@preact/signals";
import { ask } from "./api";
import type { Counts, Page } from "./nouns";
import { codeWords } from "./words";

const known = signal<ReadonlyMap<string, string>>(new Map());

export function loadNames(): void {
  ask<Page<Counts>>("/actors?background=true&limit=1000&fields=code,name").then(
    (page) => (known.value = new Map(page.data.filter((row) => row.name).map((row) => [row.code, row.name]))),
    () => undefined, // codes stand for themselves
  );
}

export function nameOf(code: string | null | undefined): string {
  return codeWords(code, known.value);
}
