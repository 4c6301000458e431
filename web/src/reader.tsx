// A report's text, and beside it what was coded in it; linked both ways.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { token, useAnswer } from "./api";
import { Badge, Cite, Panel, Shown, TakeRows, TokenField, useTitle } from "./bits";
import type { Annotations, GestaRecord, RecordEvent, RecordFigure, RecordStatement } from "./nouns";
import { type Item, itemsOf, segmentsOf } from "./segments";
import type { Rows } from "./spreadsheets";
import { marksOf } from "./sides";
import { amount, counted, dayWords, daysWords, directionOf, legible, plain, typeWords } from "./words";

export default function ReportPage({ rest: [id = ""] }: { readonly rest: readonly string[] }) {
  const answer = useAnswer<Annotations>(`/reports/${encodeURIComponent(id)}/annotations`, token.value ? 1 : 0);
  return (
    <Shown answer={answer} of="Report">
      {(found) => {
        const record = found.record as unknown as GestaRecord;
        return <Reader record={record} passages={found.passages} incidents={found.incidents} whole={found.whole} taken={`/api/v1/reports/${found.report}/annotations`} />;
      }}
    </Shown>
  );
}

interface Passage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What an event, figure or statement is drawn in; the same words stand in its card. */
const LAYERS = { event: "Event", figure: "Figure", statement: "Statement" } as const;

export function Reader({ record, passages, incidents, whole, taken }: {
  readonly record: GestaRecord;
  readonly passages: readonly Passage[];
  readonly incidents: Readonly<Record<string, string>>;
  readonly whole: boolean;
  readonly taken?: string;
}) {
  const { report } = record;
  useTitle(taken ? legible(report.title ?? "Report") : "Try it");
  const items = useMemo(() => itemsOf(record), [record]);
  const chosen = useSignal(decodeURIComponent(location.hash.slice(1)));
  const text = useRef<HTMLDivElement>(null);
  const cards = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = () => (chosen.value = decodeURIComponent(location.hash.slice(1)));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  useEffect(() => {
    if (!chosen.value) return;
    text.current?.querySelector(".on")?.scrollIntoView({ block: "center" });
    cards.current?.querySelector(".card.on")?.scrollIntoView({ block: "nearest" });
  }, [chosen.value]);
  const choose = (key: string) => {
    chosen.value = key === chosen.value ? "" : key;
    history.replaceState(null, "", location.pathname + location.search + (chosen.value ? `#${key}` : ""));
  };
  return (
    <article class="reader">
      <div class="masthead">
        <p class="quiet"><bdi>{report.outlet ?? "Outlet not named"}</bdi>{report.published && `, ${dayWords(report.published)}`}</p>
        <h1 dir={directionOf(report.title ?? "")}>{legible(report.title ?? "Without a title")}</h1>
        {report.synthetic && <p class="ribbon">Written for gesta; not news</p>}
        <p class="takes">
          {taken && <a href={taken} download>JSON</a>}
          <Cite what={`${report.outlet ?? "Report"}: ${report.title ?? report.id.slice(0, 8)}, as coded`} />
          {report.url && <a href={report.url} rel="noreferrer noopener external">Source</a>}
        </p>
        <ul class="legend" aria-label="What the marks mean">
          <li><span class="ev">event</span></li><li><span class="fi">figure</span></li><li><span class="st">said by somebody</span></li><li><span class="ev past">background</span></li>
        </ul>
        {!whole && <TokenField why="Shown is what was coded, with 300 characters on each side; the whole text is for those with a token." />}
      </div>
      <div class="columns">
        <div ref={text} class="text" lang="en" tabIndex={0} role="region" aria-label="The report">
          {passages.map((passage, n) => (
            <Passages key={passage.start} passage={passage} items={items} chosen={chosen.value} onChoose={choose} before={n > 0 || passage.start > 0} />
          ))}
        </div>
        <div ref={cards} class="cards" tabIndex={0} role="region" aria-label="What was coded">
          <Cards record={record} incidents={incidents} chosen={chosen.value} onChoose={choose} />
        </div>
      </div>
    </article>
  );
}

function Passages({ passage, items, chosen, onChoose, before }: {
  readonly passage: Passage;
  readonly items: readonly Item[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
  readonly before: boolean;
}) {
  const segments = useMemo(() => segmentsOf(passage.text, items, passage.start), [passage, items]);
  return (
    <p class="passage" dir={directionOf(passage.text)}>
      {before && <span class="quiet">… </span>}
      {segments.map((segment) => {
        if (!segment.items.length) return <span key={segment.start}>{legible(segment.text)}</span>;
        const classes = new Set(segment.items.map((item) => ({ event: "ev", figure: "fi", statement: "st" })[item.layer] + (item.background ? " past" : "")));
        const on = segment.items.some((item) => item.key === chosen);
        // The one that covers least is meant: a figure within an event within a statement.
        const meant = segment.items.toSorted((a, b) => extent(a) - extent(b))[0] as Item;
        return (
          <span key={segment.start} class={`${[...classes].join(" ")}${on ? " on" : ""}`} data-keys={segment.items.map((item) => item.key).join(" ")} onClick={() => onChoose(meant.key)}>
            {legible(segment.text)}
          </span>
        );
      })}
    </p>
  );
}

function extent(item: Item): number {
  return item.spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

function Cards({ record, incidents, chosen, onChoose }: {
  readonly record: GestaRecord;
  readonly incidents: Readonly<Record<string, string>>;
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}) {
  const actors = new Map(record.actors.map((one) => [one.id, one]));
  const places = new Map(record.places.map((one) => [one.id, one]));
  const statements = new Map(record.statements.map((one) => [one.id, one]));
  const mark = marksOf(record.events.flatMap((event) => [...event.actors, ...event.recipients].map((id) => actors.get(id)?.code ?? null)));
  const who = (ids: readonly string[]) =>
    ids.map((id, n) => {
      const one = actors.get(id);
      const side = mark(one?.code);
      return <bdi key={id} class={side.n ? `side${side.n}` : ""}>{n > 0 && ", "}{side.n > 0 && <span class="mark" aria-hidden="true">{side.shape}</span>}{one?.name ?? id}{one?.code && <span class="quiet"> {one.code}</span>}</bdi>;
    });
  const said = (ids: readonly string[]) => {
    const sources = [...new Set(ids.flatMap((id) => statements.get(id)?.sources ?? []))];
    return sources.length ? <>according to {who(sources)}</> : <>in the report's own voice</>;
  };
  const card = (key: string, layer: keyof typeof LAYERS, past: boolean, head: preact.ComponentChildren, body: preact.ComponentChildren) => (
    <li key={key} class={`card ${layer}${past ? " past" : ""}${key === chosen ? " on" : ""}`}>
      <button type="button" aria-pressed={key === chosen} onClick={() => onChoose(key)}>{head}</button>
      <div class="body">{body}{incidents[key] && <a class="more" href={`/incidents/${incidents[key]}`}>Incident</a>}</div>
    </li>
  );
  const event = (one: RecordEvent) =>
    card(one.key, "event", one.era === "background", typeWords(one.type, one.mode), <>
      <p>{one.actors.length ? who(one.actors) : <span class="quiet">not said</span>}{one.recipients.length > 0 && <> <span class="arrow">→</span> {who(one.recipients)}</>}</p>
      <p class="quiet">{daysWords(one.time?.start, one.time?.end)}{one.places.length > 0 && <> · {one.places.map((id, n) => <bdi key={id}>{n > 0 && ", "}{places.get(id)?.name ?? id}</bdi>)}</>} · {said(one.statements)}</p>
      <p class="badges">{one.factuality !== "actual" && <Badge kind={one.factuality}>{one.factuality}</Badge>} {one.era !== "current" && <Badge>{one.era}</Badge>} <span class="quiet">confidence {one.confidence.toFixed(2)}</span></p>
    </>);
  const figure = (one: RecordFigure) =>
    card(one.key, "figure", one.era === "background", <><strong>{amount(one)}</strong> {plain(one.effect)}</>, <>
      <p>{one.victims.code ?? "not said whose"}{one.victims.who !== "unknown" && `, ${plain(one.victims.who)}`}{one.victims.kinds.length > 0 && ` (${one.victims.kinds.map(plain).join(", ")})`}</p>
      <p class="quiet">{said(one.statements)}{one.provisional && " · provisional"} · confidence {one.confidence.toFixed(2)}</p>
    </>);
  const statement = (one: RecordStatement) =>
    card(one.key, "statement", false, <>{plain(one.stance)}{one.quoted === "direct" && ", quoted"}</>, <p>{one.sources.length ? who(one.sources) : <span class="quiet">the text hides who</span>}</p>);
  const layers = [
    ["Events", record.events.map((one) => [one.evidence[0], event(one)] as const)],
    ["Figures", record.figures.map((one) => [one.evidence[0], figure(one)] as const)],
    ["Statements", record.statements.map((one) => [one.content[0]?.[0] ?? 0, statement(one)] as const)],
  ] as const;
  const coded: Record<(typeof layers)[number][0], Rows> = { Events: told(record.events), Figures: told(record.figures), Statements: told(record.statements) };
  return (
    <>
      {layers.map(([title, found]) => (
        <Panel key={title} title={title} lead={counted(found.length, title.slice(0, -1).toLowerCase())} takes={<TakeRows rows={coded[title]} name={`gesta-${title.toLowerCase()}-${record.report.id.slice(0, 8)}`} />}>
          {found.length ? <ul>{found.toSorted(([a], [b]) => a - b).map(([, one]) => one)}</ul> : <p class="quiet">None.</p>}
        </Panel>
      ))}
      {record.warnings.length > 0 && <Panel title="Warnings"><ul>{record.warnings.map((one) => <li key={one.code + one.text}>{one.text}</li>)}</ul></Panel>}
      {record.leftovers.length > 0 && (
        <details>
          <summary>{counted(record.leftovers.length, "trigger")} seen and not coded</summary>
          <ul>{record.leftovers.map((one, n) => <li key={n} class="quiet">at {one.span[0]}: {one.why}</li>)}</ul>
        </details>
      )}
    </>
  );
}

/** Rows as a table holds them: values, without the spans that show them. */
function told(rows: readonly object[]): Rows {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== "spans")));
}
