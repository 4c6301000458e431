// One address holds the whole view: the path says which page, the query the filters, by the names of the API.
import { computed, signal } from "@preact/signals";

export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

function here(): Place {
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

export const place = signal<Place>(here());

/** The path in its parts, percent-decoded: `/incidents/2b50` is `["incidents", "2b50"]`. */
export const parts = computed(() => place.value.path.split("/").filter(Boolean).map(decodeURIComponent));

export const embedded = computed(() => place.value.query.get("embed") === "1");

/** The address of a page with these query fields; fields that are empty are left out. */
export function address(path: string, query: Iterable<readonly [string, string]> = []): string {
  const kept = new URLSearchParams([...query].filter(([, value]) => value !== "").map(([name, value]) => [name, value]));
  return kept.size ? `${path}?${kept}` : path;
}

/** Goes to an address of this page; `replace` leaves no step in the history (while a brush is dragged). */
export function go(to: string, replace = false): void {
  history[replace ? "replaceState" : "pushState"](null, "", to);
  place.value = here();
}

/** Sets or, with null or nothing, drops fields of the query; everything else of the view stays. */
export function narrow(fields: Readonly<Record<string, string | readonly string[] | null>>, replace = false): void {
  const query = new URLSearchParams(place.value.query);
  for (const [name, value] of Object.entries(fields)) {
    query.delete(name);
    for (const one of value === null ? [] : typeof value === "string" ? [value] : value) if (one !== "") query.append(name, one);
  }
  go(address(place.value.path, query), replace);
}

/** Links within the page are followed without loading it anew. Call once. */
export function followLinks(): void {
  addEventListener("popstate", () => (place.value = here()));
  addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.target || link.hasAttribute("download") || link.origin !== location.origin || link.pathname.startsWith("/api/")) return;
    if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
    event.preventDefault();
    if (embedded.value && link.pathname !== location.pathname) return void open(link.href, "_blank", "noopener"); // the frame keeps what it was made for
    go(link.pathname + link.search + link.hash);
    scrollTo(0, 0);
    document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
  });
}
