// The frame around every page: name, ways to go, theme, and the page that the address names.
import { Component, type ComponentChildren, type ComponentType } from "preact";
import { lazy, Suspense } from "preact/compat";
import { useEffect } from "preact/hooks";
import { embedded, parts } from "./view";

type Page = ComponentType<{ readonly rest: readonly string[] }>;

// First part of the path → the page. Each is loaded when it is first shown.
const PAGES: Readonly<Record<string, Page>> = {
  "": lazy(() => import("./overview")),
  incidents: lazy(() => import("./incident")),
  reports: lazy(() => import("./reader")),
  actors: lazy(() => import("./actors")),
  dyads: lazy(() => import("./actors").then(({ Dyad }) => ({ default: Dyad }))),
  ledger: lazy(() => import("./ledger")),
  sources: lazy(() => import("./sources")),
  review: lazy(() => import("./review")),
  try: lazy(() => import("./try")),
  method: lazy(() => import("./method")),
};

const WAYS: readonly (readonly [string, string])[] = [
  ["/", "Overview"],
  ["/ledger", "Ledger"],
  ["/actors", "Actors"],
  ["/sources", "Sources"],
  ["/review", "Review"],
  ["/try", "Try it"],
  ["/method", "Method"],
];

const NoSuchPage: Page = () => (
  <section>
    <h1>No such page</h1>
    <p>
      The address names nothing that gesta shows. <a href="/">Back to the overview</a>
    </p>
  </section>
);

/** What cannot be drawn says so, and leaves the frame with its ways to go. */
class Drawn extends Component<{ readonly children: ComponentChildren }, { readonly failed: string }> {
  override state = { failed: "" };
  static override getDerivedStateFromError(error: unknown): { failed: string } {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
  override render() {
    if (!this.state.failed) return this.props.children;
    return <section><h1>Not drawn</h1><p class="failed" role="alert">A fault of this page: {this.state.failed}</p><p><a href="/">Back to the overview</a></p></section>;
  }
}

export function Shell() {
  const [first = "", ...rest] = parts.value;
  const Shown = PAGES[first] ?? NoSuchPage;
  const way = WAYS.find(([to]) => to === `/${first}`)?.[1];
  useEffect(() => {
    if (!rest.length || first === "review") document.title = way ? `${way} · gesta` : "gesta"; // a page of one thing names it itself
  }, [parts.value.join("/")]);
  return (
    <>
      {!embedded.value && (
        <header class="topline">
          <a class="skip" href="#main">Skip to the content</a>
          <a class="wordmark" href="/">gesta</a>
          <nav aria-label="Pages">
            {WAYS.map(([to, name]) => (
              <a key={to} href={to} aria-current={to === `/${first}` ? "page" : undefined}>{name}</a>
            ))}
          </nav>
        </header>
      )}
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<p class="quiet" role="status">Loading …</p>}>
          <Drawn key={parts.value.join("/")}><Shown rest={rest} /></Drawn>
        </Suspense>
      </main>
    </>
  );
}
