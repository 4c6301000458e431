// One incident as each party tells it: tellings side by side, who says what it cost whom, the course of the figures, what followed, and whose words all that rests on.
import { useAnswer } from "./api";
import { Actor, Actors, Badge, Cite, Panel, reportAddress, Shown, Take, TakeDrawing, TakeRows, useTitle, Words } from "./bits";
import { Course, speaker } from "./course";
import { nameOf } from "./names";
import type { Casefile, Cell, Claim, Estimate, EventRow, Filing, Matrix, Page, Telling } from "./nouns";
import type { Rows } from "./spreadsheets";
import { marksOf, type Side } from "./sides";
import { address, narrow, place } from "./view";
import { amount, counted, dayWords, daysWords, directionOf, legible, plain, typeWords, within } from "./words";

export default function IncidentPage({ rest: [id = ""] }: { readonly rest: readonly string[] }) {
  const asOf = place.value.query.get("as_of") ?? "";
  const query: [string, string][] = asOf ? [["as_of", asOf]] : [];
  const answer = useAnswer<Casefile>(address(`/incidents/${encodeURIComponent(id)}`, query));
  const matrix = useAnswer<Matrix>(address("/matrix", [["incident", id], ...query]));
  return (
    <Shown answer={answer} of="Incident">
      {(file) => {
        const mark = marksOf([...file.incident.sides_a, ...file.incident.sides_b], file.incident.claimants);
        return (
          <article class="incident">
            <Head file={file} mark={mark} />
            <Tellings file={file} mark={mark} />
            <Panel title="Who says what it cost whom" id="matrix" takes={<><Take layer="claims" query={[["incident", file.incident.id], ["background", "true"]]} /></>} lead="The last number of each claimant that still stands. Shaded: cannot hold beside another's. Numbers are never added up.">
              <Shown answer={matrix}>{(found) => <MatrixTable matrix={found} mark={mark} file={file} />}</Shown>
              <Silences file={file} />
            </Panel>
            <Courses file={file} mark={mark} />
            <Estimates estimates={file.estimates} id={file.incident.id} />
            <Thread file={file} />
            <Sources file={file} />
          </article>
        );
      }}
    </Shown>
  );
}

function Head({ file, mark }: { readonly file: Casefile; readonly mark: (code: string) => Side }) {
  const one = file.incident;
  useTitle(`${typeWords(one.type, one.mode)}${one.place ? `, ${one.place}` : ""}`);
  return (
    <div class="masthead">
      <p class="quiet">{one.granularity === "incident" ? "Incident" : plain(one.granularity)} <code>{one.id}</code>{file.as_of && <> as known on {dayWords(file.as_of)}</>}</p>
      <h1>{typeWords(one.type, one.mode)}{one.place && <>, <bdi>{one.place}</bdi></>}</h1>
      <p class="byline">
        <span><Actors codes={one.sides_a} mark={mark} />{one.sides_b.length > 0 && <> <span class="arrow">{one.directed ? "→" : "–"}</span> <Actors codes={one.sides_b} mark={mark} /></>}</span>
        <span>{daysWords(one.start, one.end)}</span>
        {one.places.length > 1 && <span>{one.places.slice(0, 6).map((name, n) => <bdi key={name}>{n > 0 && ", "}{name}</bdi>)}{one.places.length > 6 ? ", …" : ""}</span>}
        <span>{counted(one.reports, "report")}, {counted(one.sources, "independent source")}, {counted(one.claimants.length, "claimant")}</span>
        {one.deaths_best !== null && <span><strong>{amount({ low: one.deaths_low, best: one.deaths_best, high: one.deaths_high })}</strong> killed by gesta's rule</span>}
      </p>
      <p class="badges">
        {one.contested && <Badge kind="alert">contested</Badge>}
        {one.denied_by.length > 0 && <Badge kind="alert">denied by {one.denied_by.map(nameOf).join(", ")}</Badge>}
        {one.factuality !== "actual" && <Badge>{one.factuality}</Badge>}
        {one.background && <Badge>background</Badge>}
        {one.summary && <Badge>a sum of several</Badge>}
        {one.acled && <Badge>ACLED: {one.acled}</Badge>}
        {one.violence && <Badge>UCDP: {["", "state-based", "non-state", "one-sided"][one.violence]}</Badge>}
      </p>
      <p class="takes">
        <a href={`/api/v1/incidents/${one.id}`} download={`gesta-${one.id}.json`}>JSON</a> <Take layer="events" query={[["incident", one.id], ["background", "true"]]} shapes={["csv"]} />
        <Cite what={`Incident ${one.id}: ${one.title}`} /> <a href={`/review/${one.id}`}>Review</a>
      </p>
      <form class="filters inline" onSubmit={(event) => event.preventDefault()}>
        <label>As known on <input type="date" name="as_of" value={place.value.query.get("as_of") ?? ""} onChange={(event) => narrow({ as_of: event.currentTarget.value })} /></label>
      </form>
    </div>
  );
}

function voiceOf(item: Telling | Claim): string {
  return item.claimants.join("+") || "-";
}

function Tellings({ file, mark }: { readonly file: Casefile; readonly mark: (code: string) => Side }) {
  const parties = [...file.incident.sides_a, ...file.incident.sides_b].map((code) => code.split(".")[0] ?? code);
  const by = Map.groupBy([...file.tellings, ...file.denials], voiceOf);
  const order = [...by].toSorted(([a, one], [b, other]) => rank(a) - rank(b) || other.length - one.length);
  function rank(voice: string): number {
    if (voice.includes("+")) return parties.length; // of several together: after each by itself
    const at = parties.indexOf(voice.split(".")[0] ?? "");
    return at < 0 ? parties.length + 1 : at;
  }
  const filings = new Map(file.filings.map((one) => [one.id, one]));
  return (
    <Panel title="As each tells it" id="tellings" lead="The words of the reports, by whose word they are." takes={<TakeRows rows={[...file.tellings, ...file.denials]} name={`gesta-tellings-${file.incident.id}`} />}>
      <div class="tellings">
        {order.map(([voice, tellings]) => (
          <section key={voice} class={`telling-of ${sideClass(mark(voice))}`} aria-label={asTold(voice)}>
            <h3><span class="mark" aria-hidden="true">{mark(voice).shape}</span> <bdi>{asTold(voice)}</bdi></h3>
            <ul>
              {once(tellings).slice(0, 12).map(({ item, n }) => (
                <li key={item.report + item.key}>
                  <blockquote dir={directionOf(item.evidence)}><a href={reportAddress(item.report, item.key)}>{item.evidence}</a></blockquote>
                  <p class="quiet">
                    <Actors codes={item.actors} /> {item.recipients.length > 0 && <>→ <Actors codes={item.recipients} /></>}
                    {item.factuality !== "actual" && <> <Badge kind={item.factuality}>{item.factuality}</Badge></>}
                    {item.stance === "deny" && <> <Badge kind="alert">denial</Badge></>}
                    {" · "}{daysWords(item.start, item.end)} · <bdi>{filings.get(item.report)?.outlet ?? "outlet not named"}</bdi>, {dayWords(item.known)}{n > 1 && ` and ${counted(n - 1, "more report")}`}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}

function asTold(voice: string): string {
  if (voice === "-") return "By nobody who is named";
  return `As ${voice.split("+").map((code) => within(nameOf(code))).join(" and ")} ${voice.includes("+") ? "tell" : "tells"} it`;
}

function sideClass(side: Side): string {
  return side.n ? `side${side.n}` : "side0";
}

/** Tellings of the same words once, with how many there are. */
function once(tellings: readonly Telling[]): { item: Telling; n: number }[] {
  return [...Map.groupBy(tellings, (one) => `${one.type}${one.evidence}`).values()].map((same) => ({ item: same[0] as Telling, n: same.length }));
}

function MatrixTable({ matrix, mark, file }: { readonly matrix: Matrix; readonly mark: (code: string) => Side; readonly file: Casefile }) {
  const at = new Map(matrix.cells.map((cell) => [`${cell.effect}|${cell.claimant}|${cell.side}`, cell]));
  if (!matrix.cells.length) return <p class="quiet">Nobody gives a number.</p>;
  return (
    <div class="scroll" tabIndex={0}>
      {matrix.effects.map((effect) => {
        const of = matrix.cells.filter((cell) => cell.effect === effect);
        const sides = matrix.sides.filter((side) => of.some((cell) => cell.side === side));
        const claimants = matrix.claimants.filter((claimant) => of.some((cell) => cell.claimant === claimant));
        return (
          <table key={effect} class="matrix">
            <caption>{plain(effect)}</caption>
            <thead>
              <tr><th scope="col">according to</th>{sides.map((side) => <th key={side ?? "-"} scope="col">{side ? <Actor code={side} side={mark(side)} /> : "all, or not said"}</th>)}</tr>
            </thead>
            <tbody>
              {claimants.map((claimant) => (
                <tr key={claimant}>
                  <th scope="row">{claimant.split("+").map((code) => <Actor key={code} code={code} side={mark(code)} />)}</th>
                  {sides.map((side) => <MatrixCell key={side ?? "-"} cell={at.get(`${effect}|${claimant}|${side}`)} claims={file.claims} />)}
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </div>
  );
}

function MatrixCell({ cell, claims }: { readonly cell: Cell | undefined; readonly claims: readonly Claim[] }) {
  if (!cell) return <td class="quiet">–</td>;
  const { step } = cell;
  const ref = step.refs[0] ?? "";
  const [report = "", key = ""] = ref.split(":");
  const claim = claims.find((one) => one.report === report && one.key === key);
  return (
    <td class={`${cell.disputed ? "disputed" : ""} ${cell.taken_back ? "gone" : ""}`}>
      <a class="amount" href={reportAddress(report, key)} title={claim ? `“${claim.evidence}”` : undefined}>{amount(step)}</a>
      <span class="quiet"> {dayWords(step.known)}{step.provisional ? ", provisional" : ""}{cell.taken_back ? ", taken back" : ""}{cell.disputed ? ", disputed" : ""}</span>
    </td>
  );
}

function Silences({ file }: { readonly file: Casefile }) {
  if (!file.silences.length) return null;
  return (
    <p class="quiet">
      Who has not confirmed:{" "}
      {file.silences.map((one, n) => (
        <span key={n}>{n > 0 && "; "}<Actor code={one.party} /> gives no number of {plain(one.effect)}{one.side && <> of <bdi>{nameOf(one.side)}</bdi></>}</span>
      ))}
      .
    </p>
  );
}

function Courses({ file, mark }: { readonly file: Casefile; readonly mark: (code: string) => Side }) {
  const groups = [...Map.groupBy(file.steps, (step) => `${step.effect}|${step.side ?? ""}`)].filter(([, steps]) => new Set(steps.map((s) => s.known)).size > 1 || steps.length > 1);
  if (!groups.length) return null;
  return (
    <Panel title="The course of the figures" id="course" lead="By the day a number was first told. Hollow: taken back by a newer version of its report." takes={<><TakeRows rows={file.steps} name={`gesta-course-${file.incident.id}`} /> <TakeDrawing of="course" name={`gesta-course-${file.incident.id}`} /></>}>
      {groups.map(([name, steps]) => {
        const [effect = "", side = ""] = name.split("|");
        const title = `${plain(effect)}${side ? `, of ${nameOf(side)}` : ""}`;
        return (
          <figure key={name}>
            <figcaption>{title.charAt(0).toUpperCase() + title.slice(1)}</figcaption>
            <Course steps={steps} mark={mark} label={`${title}: ${steps.map((step) => `${speaker(step)} ${amount(step)} on ${dayWords(step.known)}`).join("; ")}`} />
          </figure>
        );
      })}
    </Panel>
  );
}

/** A bound of an estimate, "–" where there is none. */
function figure(n: number | null | undefined): string {
  return n == null ? "–" : amount({ best: n });
}

/** Which people of a side, where that is known and not said by the side itself. */
function whoWords({ side, who }: Estimate): string {
  return who === "all" || who === "unknown" || (who === "civilian" && side?.endsWith(".CVL")) ? "" : `, ${plain(who)}`;
}

function Estimates({ estimates, id }: { readonly estimates: readonly Estimate[]; readonly id: string }) {
  if (!estimates.length) return null;
  const rows = estimates.filter((one) => one.rule === "gesta" || one.side === null);
  return (
    <Panel title="Estimates" id="estimates" lead="Each by a stated rule; the ledger above is what they rest on." takes={<Take layer="figures" query={[["incident", id]]} />}>
      <div class="scroll" tabIndex={0}>
        <table class="stack estimates">
          <thead><tr><th scope="col">Rule</th><th scope="col">Of</th><th scope="col">Effect</th><th scope="col" class="n">Low</th><th scope="col" class="n">Best</th><th scope="col" class="n">High</th><th scope="col">Because</th></tr></thead>
          <tbody>
            {rows.map((one, n) => (
              <tr key={n}>
                <td>{one.rule === "gesta" ? one.rule : one.rule.toUpperCase()}</td><td>{one.side ? nameOf(one.side) : "all sides"}{whoWords(one)}</td><td>{plain(one.effect)}</td>
                <td class="n low">{figure(one.low)}</td><td class="n best"><strong>{figure(one.best)}</strong></td><td class="n high">{figure(one.high)}</td><td class="reason" dir="auto">{one.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

const REACTIONS = ["AGREE", "CONSULT", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "COOPERATE", "AID", "SANCTION", "SUPPORT", "PROTEST", "MOBILIZE"];

/** Ceasefire and reactions: what else the reports of this incident tell, of the days after it. */
function Thread({ file }: { readonly file: Casefile }) {
  const reports = [...new Set(file.filings.map((one) => one.id))].slice(0, 40);
  const query: [string, string][] = [...reports.map((id): [string, string] => ["report", id]), ...REACTIONS.map((type): [string, string] => ["type", type]), ["limit", "200"], ["sort", "start"]];
  const answer = useAnswer<Page<EventRow>>(reports.length ? address("/events", query) : null);
  const parties = new Set([...file.incident.sides_a, ...file.incident.sides_b].map((code) => code.split(".")[0]));
  const told = (found: readonly EventRow[]) => {
    const rows = found.filter((one) => !one.revised && (!file.incident.start || !one.start || one.start >= file.incident.start));
    const named = rows.filter((one) => [...one.actors, ...one.recipients, ...one.mediators].some((code) => parties.has(code.split(".")[0]))  || one.type === "AGREE");
    return [...Map.groupBy(named, (row) => row.incident ?? row.key).values()];
  };
  return (
    <Panel title="Ceasefire and reactions" id="reactions" lead="What the same reports tell of truces, talks, accusations and calls." takes={<TakeRows rows={told(answer.value?.data ?? []).flat()} name={`gesta-reactions-${file.incident.id}`} />}>
      <Shown answer={answer}>
        {(page) => {
          const one = told(page.data);
          if (!one.length) return <p class="quiet">Nothing.</p>;
          return (
            <ol class="thread">
              {one.map((same) => {
                const row = same[0] as EventRow;
                return (
                  <li key={row.report + row.key}>
                    <span class="when">{daysWords(row.start, row.end)}</span>
                    <span><a href={row.incident ? `/incidents/${row.incident}` : reportAddress(row.report, row.key)}>{typeWords(row.type, row.mode)}</a> <Actors codes={row.actors} />{row.recipients.length > 0 && <> → <Actors codes={row.recipients} /></>}{row.mediators.length > 0 && <> by way of <Actors codes={row.mediators} /></>}{row.factuality !== "actual" && <> <Badge>{row.factuality}</Badge></>}</span>
                    <Words text={row.evidence} href={reportAddress(row.report, row.key)} />
                    <span class="quiet">according to {row.claimants.map(nameOf).join(", ") || nameOf("-")}{same.length > 1 && `; ${counted(same.length, "telling")}`}</span>
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

function Sources({ file }: { readonly file: Casefile }) {
  const origins = new Map(file.origins.map((one) => [one.report, one]));
  const groups = [...Map.groupBy(file.filings, (one) => origins.get(one.id)?.group ?? one.id)];
  const known = new Map([...file.filings, ...file.originals].map((one) => [one.id, one]));
  const listed: Rows = file.filings.map(({ id, outlet, title, url, published, known: day }) => ({ id, outlet, title, url, published, known: day, kind: origins.get(id)?.kind, of: origins.get(id)?.of, group: origins.get(id)?.group, why: origins.get(id)?.why }));
  return (
    <Panel title="Sources" lead={`${counted(file.filings.length, "report")}, ${counted(groups.length, "text")} of their own, ${counted(file.incident.sources, "independent source")}: copies stand below what they copy, and a newsroom counts once.`} id="sources" takes={<TakeRows rows={listed} name={`gesta-sources-${file.incident.id}`} />}>
      <ol class="sources">
        {groups.map(([group, filings]) => (
          <li key={group}>
            <ul>
              {filings.toSorted((a, b) => Number(b.id === group) - Number(a.id === group) || a.seq - b.seq).map((one) => (
                <li key={one.id}>
                  <ReportLink filing={one} />
                  {origins.get(one.id)?.kind !== "original" && <span class="quiet"> {plain(origins.get(one.id)?.kind)}{origins.get(one.id)?.of && <> of {known.get(origins.get(one.id)?.of ?? "")?.outlet ?? origins.get(one.id)?.of?.slice(0, 24)}</>}: {origins.get(one.id)?.why.replace(/\b[0-9a-f]{64}\b/g, (id) => known.get(id)?.title ?? id.slice(0, 8))}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function ReportLink({ filing }: { readonly filing: Filing }) {
  return <><a href={reportAddress(filing.id)}><bdi>{legible(filing.title ?? "without a title")}</bdi></a> <span class="quiet"><bdi>{filing.outlet ?? "outlet not named"}</bdi>, {dayWords(filing.published ?? filing.known)}</span></>;
}
