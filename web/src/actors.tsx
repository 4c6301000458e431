// Actors: all of them; one with whom it meets; two against each other.
import { useAnswer } from "./api";
import { Actor, Cite, Claimants, Panel, Shown, Take, TakeDrawing, TakeRows, useTitle, Words } from "./bits";
import { nameOf } from "./names";
import type { ActorSheet, Bias, ClaimRow, Counts, DayCount, Incident, Page } from "./nouns";
import { Row } from "./overview";
import { Timeline } from "./timeline";
import { address, go, narrow, place } from "./view";
import { amount, counted, dayWords, plain, typeWords } from "./words";

export default function Actors({ rest: [code = ""] }: { readonly rest: readonly string[] }) {
  return code ? <One code={code} /> : <All />;
}

function All() {
  const cursor = place.value.query.get("cursor") ?? "";
  const answer = useAnswer<Page<Counts>>(address("/actors", [["limit", "200"], ["cursor", cursor]]));
  return (
    <section>
      <header><h1>Actors</h1><p class="lead">Who acts, suffers and speaks, by how often.</p><p class="takes"><Take layer="actors" /> <Cite what="Actors" /></p></header>
      <Shown answer={answer}>
        {(page) => !page.data.length ? <p class="quiet">None yet.</p> : (
          <div class="scroll" tabIndex={0}>
            <table>
              <thead><tr><th scope="col">Actor</th><th scope="col">Code</th><th scope="col" class="n">Incidents</th><th scope="col" class="n">Acts</th><th scope="col" class="n">Is acted on</th><th scope="col" class="n">Speaks</th></tr></thead>
              <tbody>
                {page.data.map((one) => (
                  <tr key={one.code}><td><Actor code={one.code} /></td><td><code>{one.code.length < 24 ? one.code : ""}</code></td><td class="n">{one.incidents}</td><td class="n">{one.as_actor}</td><td class="n">{one.as_recipient}</td><td class="n">{one.as_claimant}</td></tr>
                ))}
              </tbody>
            </table>
            {page.next && <p class="pages"><button type="button" onClick={() => narrow({ cursor: page.next })}>Next page</button></p>}
          </div>
        )}
      </Shown>
    </section>
  );
}

function One({ code }: { readonly code: string }) {
  useTitle(nameOf(code));
  const answer = useAnswer<ActorSheet>(`/actors/${encodeURIComponent(code)}`);
  const incidents = useAnswer<Page<Incident>>(address("/incidents", [["actor", code], ["sort", "-reports"], ["limit", "20"]]));
  const says = useAnswer<Page<ClaimRow>>(address("/claims", [["claimant", code], ["sort", "-known"], ["limit", "30"]]));
  const days = useAnswer<DayCount[]>(address("/series", [["actor", code]]));
  return (
    <Shown answer={answer} of="Actor">
      {(sheet) => {
        const counts = sheet.counts as Counts | null;
        return (
          <article>
            <div class="masthead">
              <p class="quiet">{sheet.kind ?? "Actor"} <code>{sheet.code}</code>{sheet.country && sheet.country !== sheet.code && ` · ${nameOf(sheet.country)}`}</p>
              <h1><bdi>{sheet.name}</bdi></h1>
              {counts && <p class="byline"><span>{counted(counts.incidents, "incident")}</span><span>acts in {counted(counts.as_actor, "event")}</span><span>is acted on in {counts.as_recipient}</span><span>speaks in {counts.as_claimant}</span></p>}
              <p class="takes"><a href={address("/", [["actor", code]])}>On the overview</a> <Cite what={`${sheet.name} in the store`} /></p>
            </div>
            <Panel title="Days" id="days" takes={<><TakeRows rows={days.value ?? []} name={`gesta-days-${code}`} /> <TakeDrawing of="days" name={`gesta-days-${code}`} /></>}><Shown answer={days}>{(rows) => <Timeline days={rows} from="" to="" what={`Incidents with ${sheet.name}`} onBrush={(from, to) => go(address("/", [["actor", code], ["from", from], ["to", to]]))} />}</Shown></Panel>
            <Panel title="Meets" id="meets" lead="Incidents in which both take part, on different sides." takes={<TakeRows rows={sheet.meets} name={`gesta-meets-${code}`} />}>
              {!sheet.meets.length ? <p class="quiet">Nobody.</p> : <div class="scroll" tabIndex={0}>
                <table>
                  <thead><tr><th scope="col">With</th><th scope="col" class="n">Incidents</th><th scope="col">Of which</th><th scope="col"><span class="unseen">More</span></th></tr></thead>
                  <tbody>{sheet.meets.map((one) => <tr key={one.code}><td><Actor code={one.code} /></td><td class="n">{one.incidents}</td><td>{Object.entries(one.types).toSorted(([, a], [, b]) => b - a).map(([type, n]) => `${typeWords(type)} ${n}`).join(", ")}</td><td><a href={`/dyads/${encodeURIComponent(code)}/${encodeURIComponent(one.code)}`} aria-label={`Both: ${sheet.name} and ${nameOf(one.code)}`}>Both</a></td></tr>)}</tbody>
                </table>
              </div>}
            </Panel>
            <Panel title="Incidents" id="incidents" takes={<Take layer="incidents" query={[["actor", code]]} />}><Shown answer={incidents}>{(page) => !page.data.length ? <p class="quiet">None.</p> : <ol class="incidents">{page.data.map((one) => <Row key={one.id} incident={one} />)}</ol>}</Shown></Panel>
            <Panel title="What it says of losses" id="losses" takes={<Take layer="claims" query={[["claimant", code]]} />}><Shown answer={says}>{(page) => <Claims rows={page.data} />}</Shown></Panel>
          </article>
        );
      }}
    </Shown>
  );
}

export function Dyad({ rest: [one = "", other = ""] }: { readonly rest: readonly string[] }) {
  const answer = useAnswer<Page<Incident>>(address("/incidents", [["actor", one], ["sort", "-reports"], ["limit", "1000"]]));
  const bias = useAnswer<Bias[]>("/bias");
  useTitle(`${nameOf(one)} and ${nameOf(other)}`);
  const same = (code: string, head: string) => code === head || code.startsWith(`${head}.`);
  const counts = (bias.value ?? []).filter((row) => (row.party === one && row.adversary === other) || (row.party === other && row.adversary === one));
  const met = (answer.value?.data ?? []).filter((row) => [...row.sides_a, ...row.sides_b].some((code) => same(code, other)));
  return (
    <article>
      <div class="masthead"><p class="quiet">Dyad</p><h1><Actor code={one} /> and <Actor code={other} /></h1></div>
      <Panel title="How each counts" id="bias" lead="Own losses beside the adversary's count of the same. Above 1, the adversary counts more." takes={<TakeRows rows={counts} name={`gesta-bias-${one}-${other}`} />}>
        <Shown answer={bias}>
          {() => {
            const found = counts;
            if (!found.length) return <p class="quiet">Neither gives a number.</p>;
            return (
              <div class="scroll" tabIndex={0}><table>
                <thead><tr><th scope="col">Losses of</th><th scope="col">Effect</th><th scope="col" class="n">Both count</th><th scope="col" class="n">Own, median</th><th scope="col" class="n">Adversary's, median</th><th scope="col" class="n">Ratio</th><th scope="col" class="n">Own alone</th><th scope="col" class="n">Adversary alone</th></tr></thead>
                <tbody>{found.map((row) => <tr key={row.party + row.effect}><td><Actor code={row.party} /></td><td>{plain(row.effect)}</td><td class="n">{row.both}</td><td class="n">{row.own ?? "–"}</td><td class="n">{row.adversary_said ?? "–"}</td><td class="n">{row.ratio?.toFixed(2) ?? "–"}</td><td class="n">{row.own_only}</td><td class="n">{row.adversary_only}</td></tr>)}</tbody>
              </table></div>
            );
          }}
        </Shown>
      </Panel>
      <Panel title="Incidents" id="incidents" takes={<TakeRows rows={met} name={`gesta-incidents-${one}-${other}`} />}>
        <Shown answer={answer}>
          {() => {
            return met.length ? <ol class="incidents">{met.map((row) => <Row key={row.id} incident={row} />)}</ol> : <p class="quiet">None.</p>;
          }}
        </Shown>
      </Panel>
    </article>
  );
}

export function Claims({ rows }: { readonly rows: readonly ClaimRow[] }) {
  if (!rows.length) return <p class="quiet">None.</p>;
  return (
    <div class="scroll" tabIndex={0}>
      <table class="stack claims">
        <thead><tr><th scope="col">Known</th><th scope="col">Said by</th><th scope="col" class="n">How many</th><th scope="col">Of whom</th><th scope="col">In which words</th><th scope="col">Outlet</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.report + row.key} class={row.era === "background" ? "past" : ""}>
              <td class="day">{dayWords(row.known)}</td>
              <td class="who"><Claimants codes={row.claimants} />{row.own_voice && <span class="quiet"> own voice</span>}</td>
              <td class="n many"><strong>{amount(row)}</strong> {plain(row.effect)}{row.provisional && <span class="quiet"> provisional</span>}</td>
              <td class="whom">{row.side ? <Actor code={row.side} /> : <span class="quiet">not said</span>}{row.who !== "unknown" && `, ${plain(row.who)}`}</td>
              <td class="words"><Words text={row.evidence} href={`/reports/${row.report}#${row.key}`} /></td>
              <td class="outlet"><bdi>{row.outlet ?? "–"}</bdi></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
