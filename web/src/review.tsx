// Deciding, by keyboard: accept, reject, correct, merge, split, undo. What the machine made stays visible; every decision can be undone.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Problem, send, useAnswer } from "./api";
import { Actors, Badge, Panel, reportAddress, Shown, TakeRows, TokenField, Words } from "./bits";
import { nameOf } from "./names";
import type { Casefile, Claim, Incident, Judgement, Page, Telling } from "./nouns";
import { address, go } from "./view";
import { amount, counted, dayWords, daysWords, plain, typeWords } from "./words";

interface Item {
  readonly ref: string;
  readonly words: string;
  readonly about: string;
  readonly row: Telling | Claim;
}

const KEYS: readonly (readonly [string, string])[] = [
  ["j / k", "next, previous item"], ["a", "accept and go on"], ["r", "reject and go on"], ["c", "correct"], ["x", "mark for a split"],
  ["s", "split the marked ones off"], ["m", "merge with another incident"], ["u", "undo the last decision"], ["n", "next incident"],
];

export default function Review({ rest: [id = ""] }: { readonly rest: readonly string[] }) {
  const again = useSignal(0);
  const done = useSignal<{ id: string; words: string } | null>(null);
  const failed = useSignal("");
  const decide = async (decision: Record<string, unknown>, words: string) => {
    failed.value = "";
    try {
      const answer = await send<{ id: string }>("/decisions", decision);
      done.value = { id: answer.id, words };
      again.value++;
      return true;
    } catch (error) {
      failed.value = error instanceof Problem && error.status === 401 ? "Deciding needs a token of this server." : error instanceof Error ? error.message : String(error);
      return false;
    }
  };
  return (
    <>
      <section>
        <header><h1>Review</h1><p class="lead">Decisions are appended and computed in; the machine's output stays beside them.</p></header>
        <TokenField why="Deciding needs a token of this server." />
        {failed.value && <p class="failed" role="alert">{failed.value}</p>}
        <p class="done" role="status">{done.value && <>{done.value.words} <button type="button" class="link" onClick={() => void decide({ kind: "undo", undoes: done.value?.id, reason: "" }, "Undone.")}>Undo</button></>}</p>
      </section>
      {id ? <Case id={id} again={again.value} decide={decide} last={done.value?.id ?? ""} /> : <Queue />}
      <Decisions again={again.value} decide={decide} />
    </>
  );
}

type Decide = (decision: Record<string, unknown>, words: string) => Promise<boolean>;

function Queue() {
  const answer = useAnswer<Page<Incident>>(address("/incidents", [["sort", "-reports"], ["limit", "100"]]));
  return (
    <Panel title="What to look at" id="queue" lead="Contested and widely told incidents first." takes={<TakeRows rows={answer.value?.data ?? []} name="gesta-queue" />}>
      <Shown answer={answer}>
        {(page) => (
          <ol class="incidents plain">
            {!page.data.length && <li class="quiet">Nothing yet.</li>}
            {page.data.toSorted((a, b) => Number(b.contested) - Number(a.contested) || b.reports - a.reports).map((one) => (
              <li key={one.id}>
                <a class="name" href={`/review/${one.id}`}>{typeWords(one.type, one.mode)}{one.place && <>, <bdi>{one.place}</bdi></>}</a>
                <span class="who">{[...one.sides_a, ...one.sides_b].map((code, n) => <bdi key={code}>{n > 0 && ", "}{nameOf(code)}</bdi>)}</span>
                <span class="when">{daysWords(one.start, one.end)}</span>
                <span class="told">{counted(one.reports, "report")} {one.contested && <Badge kind="alert">contested</Badge>}</span>
              </li>
            ))}
          </ol>
        )}
      </Shown>
    </Panel>
  );
}

function Case({ id, again, decide, last }: { readonly id: string; readonly again: number; readonly decide: Decide; readonly last: string }) {
  const answer = useAnswer<Casefile>(`/incidents/${encodeURIComponent(id)}`, again);
  const queue = useAnswer<Page<Incident>>(address("/incidents", [["sort", "-reports"], ["limit", "100"]]), again);
  return <Shown answer={answer}>{(file) => <Items file={file} queue={queue.value?.data ?? []} decide={decide} last={last} />}</Shown>;
}

function Items({ file, queue, decide, last }: { readonly file: Casefile; readonly queue: readonly Incident[]; readonly decide: Decide; readonly last: string }) {
  const at = useSignal(0);
  const marked = useSignal<ReadonlySet<string>>(new Set());
  const form = useSignal<"" | "correct" | "merge">("");
  const reason = useSignal("");
  const items: Item[] = [
    ...file.tellings.map((row): Item => ({ ref: `${row.report}:${row.key}`, row, words: row.evidence, about: `${typeWords(row.type, row.mode)} · ${row.actors.map(nameOf).join(", ") || "not said"}${row.recipients.length ? ` → ${row.recipients.map(nameOf).join(", ")}` : ""} · ${daysWords(row.start, row.end)} · ${row.places.join(", ") || "no place"}` })),
    ...file.claims.map((row): Item => ({ ref: `${row.report}:${row.key}`, row, words: row.evidence, about: `${amount(row)} ${plain(row.effect)} · of ${nameOf(row.side)} · according to ${row.claimants.map(nameOf).join(", ") || nameOf("-")}` })),
  ];
  const now = items[Math.min(at.value, items.length - 1)];
  const say = (kind: string, more: Record<string, unknown>, words: string) => decide({ kind, reason: reason.value, ...more }, words).then((ok) => ok && (reason.value = ""));
  const onward = () => (at.value = Math.min(at.value + 1, items.length - 1));
  const actions: Record<string, () => void> = {
    j: onward,
    k: () => (at.value = Math.max(at.value - 1, 0)),
    a: () => now && void say("accept", { items: [now.ref] }, "Accepted.").then(onward),
    r: () => now && void say("reject", { items: [now.ref] }, "Rejected."),
    c: () => (form.value = form.value === "correct" ? "" : "correct"),
    m: () => (form.value = form.value === "merge" ? "" : "merge"),
    x: () => {
      if (!now) return;
      const next = new Set(marked.value);
      if (!next.delete(now.ref)) next.add(now.ref);
      marked.value = next;
    },
    s: () => marked.value.size && void say("split", { incident: file.incident.id, items: [...marked.value] }, "Split off.").then(() => (marked.value = new Set())),
    u: () => last && void decide({ kind: "undo", undoes: last, reason: "" }, "Undone."),
    n: () => {
      const place = queue.findIndex((one) => one.id === file.incident.id);
      const next = queue[place + 1];
      if (next) go(`/review/${next.id}`);
    },
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const field = event.target instanceof HTMLElement && event.target.closest("input, textarea, select");
      if (event.key === "Escape") form.value = "";
      if (field || event.ctrlKey || event.metaKey || event.altKey) return;
      const act = actions[event.key];
      if (act) {
        event.preventDefault();
        act();
      }
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
  useEffect(() => {
    document.querySelector(".reviewed.on")?.scrollIntoView({ block: "nearest" });
  }, [at.value]);
  return (
    <Panel title={`${typeWords(file.incident.type, file.incident.mode)}${file.incident.place ? `, ${file.incident.place}` : ""}`} lead={<><a href={`/incidents/${file.incident.id}`}>Incident {file.incident.id.slice(0, 8)}</a> · <Actors codes={file.incident.actors} /></>}>
      <div class="actions" role="toolbar" aria-label="Decide on the chosen item">
        <button type="button" onClick={actions["a"]}>Accept <kbd>a</kbd></button>
        <button type="button" onClick={actions["r"]}>Reject <kbd>r</kbd></button>
        <button type="button" aria-expanded={form.value === "correct"} onClick={actions["c"]}>Correct <kbd>c</kbd></button>
        <button type="button" onClick={actions["x"]}>Mark <kbd>x</kbd></button>
        <button type="button" disabled={!marked.value.size} onClick={actions["s"]}>Split off {marked.value.size || ""} <kbd>s</kbd></button>
        <button type="button" aria-expanded={form.value === "merge"} onClick={actions["m"]}>Merge <kbd>m</kbd></button>
        <button type="button" onClick={actions["n"]}>Next incident <kbd>n</kbd></button>
        <label>Reason <input type="text" name="reason" value={reason.value} onInput={(event) => (reason.value = event.currentTarget.value)} /></label>
      </div>
      {form.value === "correct" && now && <Correct key={now.ref} item={now} onDone={(changes) => void say("correct", { items: [now.ref], changes }, "Corrected.").then(() => (form.value = ""))} />}
      {form.value === "merge" && (
        <form class="correct" onSubmit={(event) => {
          event.preventDefault();
          const other = String(new FormData(event.currentTarget).get("other") ?? "");
          void say("merge", { items: [file.incident.id, other] }, "Merged.").then(() => (form.value = ""));
        }}>
          <label>With incident <input name="other" required minLength={4} list="incidents" /></label>
          <datalist id="incidents">{queue.map((one) => <option key={one.id} value={one.id}>{one.title}</option>)}</datalist>
          <button type="submit">Merge</button>
        </form>
      )}
      <ol class="reviewing">
        {items.map((item, n) => (
          <li key={item.ref} class={`reviewed${n === at.value ? " on" : ""}`} aria-current={n === at.value ? "true" : undefined}>
            <button type="button" onClick={() => (at.value = n)}><bdi>{item.about}</bdi></button>
            <Words text={item.words} />
            <span class="quiet"><bdi>{item.row.outlet ?? "outlet not named"}</bdi>, {dayWords(item.row.known)} · <a href={reportAddress(item.row.report, item.row.key)}>in its report</a>{marked.value.has(item.ref) && <> · <Badge>marked</Badge></>}</span>
          </li>
        ))}
      </ol>
      <details><summary>Keys</summary><dl class="keys">{KEYS.map(([key, what]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div>)}</dl></details>
    </Panel>
  );
}

const OF_CLAIMS = ["best", "low", "high", "side", "effect", "who", "claimants", "provisional", "start", "end"];
const OF_TELLINGS = ["type", "mode", "actors", "recipients", "claimants", "start", "end", "places", "factuality", "era"];

function Correct({ item, onDone }: { readonly item: Item; readonly onDone: (changes: Record<string, string>) => void }) {
  const row = item.row as unknown as Record<string, unknown>;
  const fields = "effect" in row ? OF_CLAIMS : OF_TELLINGS;
  const shown = (value: unknown) => (value === null || value === undefined ? "" : Array.isArray(value) ? value.join(", ") : String(value));
  const typed = (name: string, text: string) => {
    const was = row[name];
    if (text === "") return Array.isArray(was) ? "[]" : "null";
    if (Array.isArray(was)) return JSON.stringify(text.split(",").map((part) => part.trim()).filter(Boolean));
    return typeof was === "string" || /^[^\d]/.test(text) || /-/.test(text) ? (["true", "false"].includes(text) ? text : JSON.stringify(text)) : text;
  };
  return (
    <form class="correct" onSubmit={(event) => {
      event.preventDefault();
      const data = new FormData(event.currentTarget);
      const changes = fields.flatMap((name) => {
        const text = String(data.get(name) ?? "").trim();
        return text === shown(row[name]) ? [] : [[name, typed(name, text)] as const];
      });
      if (changes.length) onDone(Object.fromEntries(changes));
    }}>
      {fields.map((name) => <label key={name}>{plain(name)} <input name={name} defaultValue={shown(row[name])} /></label>)}
      <button type="submit">Enter the correction</button>
    </form>
  );
}

function Decisions({ again, decide }: { readonly again: number; readonly decide: Decide }) {
  const answer = useAnswer<Judgement[]>("/decisions", again);
  return (
    <Panel title="Decisions" id="decisions" lead="The last first." takes={<TakeRows rows={answer.value ?? []} name="gesta-decisions" />}>
      <Shown answer={answer}>
        {(rows) => {
          if (!rows.length) return <p class="quiet">None yet.</p>;
          const undone = new Set(rows.map((one) => one.undoes).filter(Boolean));
          return (
            <ol class="thread">
              {rows.toReversed().map((one) => {
                const id = (one as unknown as { id: string }).id;
                return (
                  <li key={id} class={undone.has(id) ? "gone" : ""}>
                    <span class="when">{one.at.slice(0, 16).replace("T", " ")}</span>
                    <span>{one.kind} by {one.by}{one.items && one.items.length > 0 && `, ${counted(one.items.length, "item")}`}{one.changes && one.changes.length > 0 && `: ${one.changes.map((change) => (change as string[]).join(" = ")).join(", ")}`}{one.undoes && ` of ${one.undoes}`}</span>
                    {one.reason && <Words text={one.reason} />}
                    {!undone.has(id) && one.kind !== "undo" && <button type="button" class="link" onClick={() => void decide({ kind: "undo", undoes: id, reason: "" }, "Undone.")}>Undo</button>}
                  </li>
                );
              })}
            </ol>
          );
        }}
      </Shown>
    </Panel>
  );
}
