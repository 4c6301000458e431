// How gesta codes and counts.
import { useAnswer } from "./api";
import { Cite, Panel, Shown, TakeRows } from "./bits";
import type { Method as Described, Publication, Release } from "./nouns";
import { counted, dayWords, plain, typeWords } from "./words";

export default function Method() {
  const answer = useAnswer<Described>("/method");
  return (
    <Shown answer={answer}>
      {(method) => (
        <article class="prose">
          <div class="masthead">
            <h1>Method</h1>
            <p class="takes"><a href="/api/v1/method" download="gesta-method.json">JSON</a> <Cite what="How gesta codes and counts" /></p>
          </div>
          <p>An <strong>event</strong> is what somebody says happened. An <strong>incident</strong> is the thing in the world that many events describe. gesta reads each report by itself, keeps every claim beside its claimant with the words that show it, and links events to incidents. Nobody's number is edited, or added to another's.</p>
          <p>A report is machine-read: it can be wrong. Every value points at its words, so that it can be checked; what a person decides is kept beside what the machine made, and can be undone.</p>
          <Panel title="What events there are" id="types" lead="The types of PLOVER, and the modes that the codebook has frames for." takes={<TakeRows rows={method.types} name="gesta-types" />}>
            <div class="scroll" tabIndex={0}><table>
              <thead><tr><th scope="col">Type</th><th scope="col">Modes</th><th scope="col" class="n">Frames</th></tr></thead>
              <tbody>{method.types.map((one) => <tr key={one.type}><td>{typeWords(one.type)}</td><td>{one.modes.map(plain).join(", ")}</td><td class="n">{one.frames}</td></tr>)}</tbody>
            </table></div>
          </Panel>
          <Panel title="How figures become estimates" id="rules" takes={<TakeRows rows={pairs(method.conventions)} name="gesta-conventions" />}>
            <p>Three rules, each shown by name: gesta's own (a party's admission of its own losses before its adversary's claim, the later before the earlier, independent sources before copies), UCDP's (low, best and high, cautious), and ACLED's (fixed numbers for "dozens" and the like).</p>
            <Conventions of={method.conventions} />
          </Panel>
          <Panel title="What the codebook knows" id="registers" takes={<TakeRows rows={pairs(method.registers)} name="gesta-registers" />}><Table of={method.registers} /></Panel>
          <Panel title="What is in this store" id="store" takes={<TakeRows rows={pairs(method.counts)} name="gesta-store" />}><Table of={method.counts} /></Panel>
          <Panel title="Scores" id="scores" lead="By corpus, what no version of gesta may fall below. Corpora that language models annotated are named gold." takes={<TakeRows rows={scores(method)} name="gesta-scores" />}>
            <div class="scroll" tabIndex={0}><table>
              <thead><tr><th scope="col">Corpus</th><th scope="col">Figure</th><th scope="col" class="n">At least</th></tr></thead>
              <tbody>{scores(method).map((one) => <tr key={one.corpus + one.figure}><td>{one.corpus}</td><td>{one.figure}</td><td class="n">{one.least}</td></tr>)}</tbody>
            </table></div>
          </Panel>
          <Releases />
          <Panel title="Versions" id="versions" takes={<TakeRows rows={pairs(method.versions)} name="gesta-versions" />}><Table of={{ ...method.versions, "codebook now": method.codebook }} /></Panel>
          <p>How to see the scores again is in the documentation (docs/evaluation.md). The API is described at <a href="/api/v1/docs">/api/v1/docs</a>. Base map: Natural Earth; places: GeoNames; areas in dispute are drawn coarsely by us.</p>
        </article>
      )}
    </Shown>
  );
}

/** Releases to cite, where the server has any, and what the store was filled from. */
function Releases() {
  const releases = useAnswer<Release[]>("/releases");
  const runs = useAnswer<Publication[]>("/publications");
  const last = (runs.value ?? []).toReversed().slice(0, 20);
  return (
    <>
      {releases.value && releases.value.length > 0 && (
        <Panel title="Releases" id="releases" lead="Dated, and named by their digest: what to cite." takes={<TakeRows rows={releases.value} name="gesta-releases" />}>
          <ul>
            {releases.value.map((one) => (
              <li key={one.name}>
                <details>
                  <summary><strong>{dayWords(one.day)}</strong> <code>{one.digest.slice(0, 12)}</code></summary>
                  <p>{one.cite}</p>
                  <ul class="points">{one.files.map((file) => <li key={file.name}><a href={`/api/v1/releases/${encodeURIComponent(one.name)}/${encodeURIComponent(file.name)}`} download>{file.name}</a> <span class="quiet">{Math.ceil(file.bytes / 1000)} kB</span></li>)}</ul>
                </details>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {last.length > 0 && (
        <Panel title="What the store was filled from" id="publications" lead="The last first." takes={<TakeRows rows={last} name="gesta-publications" />}>
          <div class="scroll" tabIndex={0}><table>
            <thead><tr><th scope="col">When</th><th scope="col">From</th><th scope="col" class="n">New</th><th scope="col" class="n">Known</th><th scope="col" class="n">Set aside</th></tr></thead>
            <tbody>{last.map((one) => <tr key={one.started + one.source}><td>{dayWords(one.started)}</td><td><bdi>{one.source}</bdi></td><td class="n">{one.filed}</td><td class="n">{one.known}</td><td class="n">{one.failed}</td></tr>)}</tbody>
          </table></div>
        </Panel>
      )}
    </>
  );
}

const pairs = (of: Readonly<Record<string, unknown>>) => Object.entries(of).map(([name, value]) => ({ name, value }));

function scores(method: Described): { corpus: string; figure: string; least: number }[] {
  return Object.entries(method.scores).flatMap(([corpus, figures]) => Object.entries(figures).map(([figure, least]) => ({ corpus, figure, least })));
}

const number = new Intl.NumberFormat("en-GB");

/** The numbers of the conventions file, in sentences. */
function Conventions({ of }: { readonly of: Readonly<Record<string, unknown>> }) {
  const orders = Object.entries((of["acled_orders"] ?? {}) as Record<string, number>).filter(([least]) => Number(least) <= 2000).map(([, count]) => count);
  const percent = (name: string) => `${Math.round(Number(of[name]) * 100)} %`;
  return (
    <ul class="points">
      <li>For a plural without a number (tens, dozens, hundreds, thousands) ACLED's rule writes {orders.map((count) => number.format(count)).join(", ")}, and so on.</li>
      <li>A third party's number that is lower than one given more than {counted(Number(of["stale_days"]), "day")} later is out of date: tolls rise while bodies are found.</li>
      <li>News gives the count of its own day, whatever day it names for the deed, up to {counted(Number(of["news_days"]), "day")} back.</li>
      <li>A claimant's later and smaller number corrects its earlier one when it is at least {percent("correction")} of it; below, it counts something else.</li>
      <li>"About 100" is the same count as one that differs by no more than {percent("about")}.</li>
    </ul>
  );
}

function Table({ of }: { readonly of: Readonly<Record<string, unknown>> }) {
  return (
    <div class="scroll" tabIndex={0}><table>
      <tbody>{Object.entries(of).map(([name, value]) => <tr key={name}><th scope="row">{plain(name)}</th><td>{typeof value === "object" ? Object.entries(value ?? {}).map(([a, b]) => `${a} → ${String(b)}`).join(", ") : String(value)}</td></tr>)}</tbody>
    </table></div>
  );
}
