// Small pieces that every page uses.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { type Answer, keepToken, token, tryToken } from "./api";
import { nameOf } from "./names";
import type { Side } from "./sides";
import { csvOf, type Rows } from "./spreadsheets";
import { address, place } from "./view";
import { directionOf } from "./words";

export function Mark({ side }: { readonly side: Side }) {
  return side.n ? <span class={`mark side${side.n}`} aria-hidden="true">{side.shape}</span> : null;
}

export function Actor({ code, side }: { readonly code: string | null | undefined; readonly side?: Side | undefined }) {
  if (!code) return <span class="quiet">not said</span>;
  return (
    <bdi class="actor">
      {side && <Mark side={side} />}
      <a href={`/actors/${encodeURIComponent(code)}`}>{nameOf(code)}</a>
    </bdi>
  );
}

export function Actors({ codes, mark, none = "not said" }: { readonly codes: readonly string[]; readonly mark?: ((code: string) => Side) | undefined; readonly none?: string }) {
  if (!codes.length) return <span class="quiet">{none}</span>;
  return (
    <>
      {codes.map((code, n) => (
        <span key={code}>
          {n > 0 && ", "}
          <Actor code={code} side={mark?.(code)} />
        </span>
      ))}
    </>
  );
}

/** Those who say something; one whom the report does not name is nobody's code. */
export function Claimants({ codes }: { readonly codes: readonly string[] }) {
  return <Actors codes={[...new Set(codes)]} none={nameOf("-")} />;
}

export function Badge({ children, kind = "" }: { readonly children: ComponentChildren; readonly kind?: string }) {
  return <span class={`badge ${kind}`}>{children}</span>;
}

/** The name of the page, of which each tab shows its own. */
export function useTitle(words: string): void {
  useEffect(() => void (document.title = `${words} · gesta`), [words]);
}

/** What an answer shows: the value, faded while a newer one is awaited; what went wrong, in its words. `of`: what the page is, where the answer is all of it. */
export function Shown<T>({ answer, of, children }: { readonly answer: Answer<T>; readonly of?: string; readonly children: (value: T) => ComponentChildren }) {
  const said = answer.state === "failed" ? <p class="failed" role="alert">{answer.problem.message}</p> : answer.value === undefined ? <p class="quiet" role="status">Loading …</p> : null;
  // Where the answer is the whole page, the page has a head all the same.
  if (said) return of ? <section><h1>{of}</h1>{said}</section> : said;
  if (answer.value === undefined) return null;
  return <div class={answer.state === "waiting" ? "stale" : undefined} aria-busy={answer.state === "waiting"}>{children(answer.value)}</div>;
}

/** Words of a report, whichever way they run. */
export function Words({ text, href }: { readonly text: string; readonly href?: string }) {
  return <q dir={directionOf(text)}>{href ? <a href={href}>{text}</a> : text}</q>;
}

/** Where a token is given, and told to be none. */
export function TokenField({ why }: { readonly why: string }) {
  const failed = useSignal("");
  const give = async (form: HTMLFormElement) => {
    const value = String(new FormData(form).get("token") ?? "").trim();
    failed.value = !value || (await tryToken(value)) ? "" : "This server knows no such token.";
  };
  if (token.value)
    return <p class="quiet">A token is held in this tab. <button type="button" class="link" onClick={() => keepToken("")}>Forget it</button></p>;
  return (
    <form
      class="filters inline"
      onSubmit={(event) => {
        event.preventDefault();
        void give(event.currentTarget);
      }}
      onChange={(event) => void give(event.currentTarget)}
    >
      <p class="quiet why">{why} <code>gesta serve --new-token NAME</code> makes one, <code>gesta serve --open</code> opens the page with one.</p>
      <label>Token <input type="password" name="token" autocomplete="off" /></label>
      {failed.value && <p class="failed" role="alert">{failed.value}</p>}
    </form>
  );
}

/** A head for a panel, with what can be taken from it. */
export function Panel({ title, lead, takes, children, id }: {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly takes?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly id?: string | undefined;
}) {
  return (
    <section id={id} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {lead && <p class="lead">{lead}</p>}
        <p class="takes">{takes} <Cite what={title} at={id} /></p>
      </header>
      {children}
    </section>
  );
}

const MOST_ROWS = 500; // of a table, until more are asked for: a browser lays out thousands in seconds

/**
 * The table beside a drawing: the same for whoever does not see it. A head that ends in "#" is over numbers. Rows are made when it is
 * opened, and the first of many alone until the others are wanted.
 */
export function Twin<T>({ heads, rows, children }: { readonly heads: readonly string[]; readonly rows: readonly T[]; readonly children: (row: T) => ComponentChildren }) {
  const open = useSignal(false);
  const most = useSignal(MOST_ROWS);
  return (
    <details onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>As a table</summary>
      <div class="scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" class={head.endsWith("#") ? "n" : undefined}>{head.replace(/#$/, "")}</th>
              ))}
            </tr>
          </thead>
          <tbody>{open.value && rows.slice(0, most.value).map(children)}</tbody>
        </table>
      </div>
      {rows.length > most.value && <button type="button" class="link" onClick={() => (most.value = Infinity)}>All {rows.length} rows</button>}
    </details>
  );
}

/** Links to the rows behind a panel, by the filters of the view. */
export function Take({ layer, query, shapes = ["csv", "json"] }: {
  readonly layer: string;
  readonly query?: Iterable<readonly [string, string]>;
  readonly shapes?: readonly string[];
}) {
  return (
    <>
      {shapes.map((shape) => (
        <a key={shape} href={address(`/api/v1/${layer}.${shape}`, query ?? filters())} download>
          {shape === "atom" ? "Feed" : shape.toUpperCase()}
        </a>
      ))}
    </>
  );
}

/** The rows that a panel shows, as files: what no address of the API answers with alone. */
export function TakeRows({ rows, name }: { readonly rows: Rows; readonly name: string }) {
  if (!rows.length) return null;
  const file = (text: string, kind: string) => new Blob([text], { type: kind });
  return (
    <>
      <button type="button" class="link" onClick={() => hand(file(csvOf(rows), "text/csv"), `${name}.csv`)}>CSV</button>
      <button type="button" class="link" onClick={() => hand(file(JSON.stringify(rows, null, 1), "application/json"), `${name}.json`)}>JSON</button>
    </>
  );
}

/** The drawing of a figure as a file of its own: SVG as it is, PNG at twice its size. Styles are written into it, so that it looks the same elsewhere. */
export function TakeDrawing({ of, name }: { readonly of: string; readonly name: string }) {
  const take = (shape: "svg" | "png") => () => {
    const drawing = document.querySelector<SVGSVGElement>(`#${of} svg`);
    if (drawing) save(drawing, name, shape);
  };
  return (
    <>
      <button type="button" class="link" onClick={take("svg")}>SVG</button>
      <button type="button" class="link" onClick={take("png")}>PNG</button>
    </>
  );
}

const STYLED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font", "text-anchor", "opacity"] as const;

function standalone(drawing: SVGSVGElement): { text: string; width: number; height: number } {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const { width, height } = drawing.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const pairs = [...drawing.querySelectorAll("*")].map((one, n) => [one, copy.querySelectorAll<SVGElement>("*")[n]] as const);
  for (const [one, other] of pairs) {
    const style = getComputedStyle(one);
    for (const name of STYLED) other?.style.setProperty(name, style.getPropertyValue(name));
  }
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

function save(drawing: SVGSVGElement, name: string, shape: "svg" | "png"): void {
  const { text, width, height } = standalone(drawing);
  const file = new Blob([text], { type: "image/svg+xml" });
  if (shape === "svg") return hand(file, `${name}.svg`);
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width * 2, height * 2];
    const pen = canvas.getContext("2d");
    if (!pen) return;
    pen.fillStyle = getComputedStyle(document.body).backgroundColor;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => blob && hand(blob, `${name}.png`));
    URL.revokeObjectURL(image.src);
  };
  image.src = URL.createObjectURL(file);
}

export function hand(file: Blob, name: string): void {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** The filters of the view, as the API takes them. */
export function filters(): [string, string][] {
  return [...place.value.query].filter(([name]) => !["embed", "by", "map", "token"].includes(name));
}

/** Words to cite what is shown by, copied at a click. */
export function Cite({ what, at }: { readonly what: string; readonly at?: string | undefined }) {
  const done = useSignal(false);
  const where = () => (at ? `${location.origin}${location.pathname}${location.search}#${at}` : location.href);
  const words = () => `${what}. gesta, ${where()}, read ${new Date().toISOString().slice(0, 10)}.`;
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        void navigator.clipboard.writeText(words()).then(() => {
          done.value = true;
          setTimeout(() => (done.value = false), 2000);
        });
      }}
    >
      {done.value ? "Copied" : "Cite"}
    </button>
  );
}

export function reportAddress(report: string, key?: string): string {
  return `/reports/${report}${key ? `#${key}` : ""}`;
}
