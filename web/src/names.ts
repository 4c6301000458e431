// Codes by name, as the store has them; asked for once.
import { signal } from "@preact/signals";
import { ask } from "./api";
import { codeWords } from "./words";

const known = signal<ReadonlyMap<string, string>>(new Map());

export function loadNames(): void {
  ask<Record<string, string>>("/names").then(
    (names) => (known.value = new Map(Object.entries(names))),
    () => undefined, // codes stand for themselves
  );
}

export function nameOf(code: string | null | undefined): string {
  return codeWords(code, known.value);
}
