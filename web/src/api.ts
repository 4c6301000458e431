// Asking the API. Nothing else in the page fetches, and nothing is fetched from another origin.
import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** What the API says went wrong (RFC 9457). */
export class Problem extends Error {
  constructor(readonly status: number, readonly title: string, readonly detail: string) {
    super(detail || title);
  }
}

/** What a tab keeps for itself; null in a frame of another site, where browsers refuse it: there a token lasts as long as the page. */
function storage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** The token for whole texts and for deciding, kept in this tab alone: no cookie, nothing that outlives it. */
export const token = signal<string>(storage()?.getItem("gesta.token") ?? "");

export function keepToken(value: string): void {
  token.value = value;
  if (value) storage()?.setItem("gesta.token", value);
  else storage()?.removeItem("gesta.token");
}

/** True where the server knows the token; then it is kept. */
export async function tryToken(value: string): Promise<boolean> {
  const answer = await fetch("/api/v1/alerts", { headers: { authorization: `Bearer ${value}` } });
  if (answer.ok) keepToken(value);
  return answer.ok;
}

/** An address that ends in #open=CODE, as `gesta serve --open` makes it, is good for a token once; the code leaves the address. */
export async function openedWithCode(): Promise<void> {
  const code = /^#open=([\w-]+)$/.exec(location.hash)?.[1];
  if (!code) return;
  history.replaceState(null, "", location.pathname + location.search);
  await send<{ token: string }>("/opening", { code }).then(
    (answer) => keepToken(answer.token),
    () => undefined, // used already, or too late: reading goes on without
  );
}

export async function ask<T>(path: string, options: RequestInit = {}): Promise<T> {
  const headers = new Headers(options.headers);
  headers.set("accept", "application/json");
  if (token.value) headers.set("authorization", `Bearer ${token.value}`);
  const answer = await fetch(`/api/v1${path}`, { ...options, headers });
  if (answer.status === 401 && token.value && !options.method) {
    keepToken(""); // a token of a server that runs no more
    return ask<T>(path, options);
  }
  if (!answer.ok) {
    const said = (await answer.json().catch(() => ({}))) as { title?: string; detail?: string };
    throw new Problem(answer.status, said.title ?? answer.statusText, said.detail ?? "");
  }
  return (await answer.json()) as T;
}

export function send<T>(path: string, body: unknown): Promise<T> {
  return ask<T>(path, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
}

export type Answer<T> = { state: "waiting"; value?: T } | { state: "here"; value: T } | { state: "failed"; problem: Problem; value?: T };

/** The answer to a path, asked anew when the path changes (or `again` does); an older question that is still running is let go. While it waits, the last answer stays. */
export function useAnswer<T>(path: string | null, again = 0): Answer<T> {
  const answer = useSignal<Answer<T>>({ state: "waiting" });
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    const last = answer.peek().value;
    answer.value = last === undefined ? { state: "waiting" } : { state: "waiting", value: last };
    ask<T>(path, { signal: stop.signal }).then(
      (value) => (answer.value = { state: "here", value }),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        answer.value = { state: "failed", problem: error instanceof Problem ? error : new Problem(0, "No answer", String(error)) };
      },
    );
    return () => stop.abort();
  }, [path, again]);
  return answer.value;
}
