// How gesta codes and counts.
import { useAnswer } from "./api";
import { Panel, Shown } from "./bits";
import type { Method as Described } from "./nouns";
import { plain, typeWords } from "./words";

export default function Method() {
  const answer = useAnswer<Described>("/method");
  return (
    <Shown answer={answer}>
      {(method) => (
        <article class="prose">
          <h1>Method</h1>
          <p>An <strong>event</strong> is what somebody says happened. An <strong>incident</strong> is the thing in the world that many events describe. gesta reads each report by itself, keeps every claim beside its claimant with the words that show it, and links events to incidents. Nobody's number is edited, or added to another's.</p>
          <p>A report is machine-read: it can be wrong. Every value points at its words, so that it can be checked; what a person decides is kept beside what the machine made, and can be undone.</p>
          <Panel title="What events there are" lead="The types of PLOVER, and the modes that the codebook has frames for.">
            <div class="scroll" tabIndex={0}><table>
              <thead><tr><th scope="col">Type</th><th scope="col">Modes</th><th scope="col" class="n">Frames</th></tr></thead>
              <tbody>{method.types.map((one) => <tr key={one.type}><td>{typeWords(one.type)}</td><td>{one.modes.map(plain).join(", ")}</td><td class="n">{one.frames}</td></tr>)}</tbody>
            </table></div>
          </Panel>
          <Panel title="How figures become estimates">
            <p>Three rules, each shown by name: gesta's own (a party's admission of its own losses before its adversary's claim, the later before the earlier, independent sources before copies), UCDP's (low, best and high, cautious), and ACLED's (fixed numbers for "dozens" and the like).</p>
            <Table of={method.conventions} />
          </Panel>
          <Panel title="What the codebook knows"><Table of={method.registers} /></Panel>
          <Panel title="What is in this store"><Table of={method.counts} /></Panel>
          <Panel title="Scores" lead="By corpus, what no version of gesta may fall below. Corpora that language models annotated are named gold.">
            <div class="scroll" tabIndex={0}><table>
              <thead><tr><th scope="col">Corpus</th><th scope="col">Figure</th><th scope="col" class="n">At least</th></tr></thead>
              <tbody>{Object.entries(method.scores).flatMap(([corpus, figures]) => Object.entries(figures).map(([name, value]) => <tr key={corpus + name}><td>{corpus}</td><td>{name}</td><td class="n">{value}</td></tr>))}</tbody>
            </table></div>
          </Panel>
          <Panel title="Versions"><Table of={{ ...method.versions, "codebook now": method.codebook }} /></Panel>
          <p>How to see the scores again is in the documentation (docs/evaluation.md). The API is described at <a href="/api/v1/docs">/api/v1/docs</a>. Base map: Natural Earth; places: GeoNames; areas in dispute are drawn coarsely by us.</p>
        </article>
      )}
    </Shown>
  );
}

function Table({ of }: { readonly of: Readonly<Record<string, unknown>> }) {
  return (
    <div class="scroll" tabIndex={0}><table>
      <tbody>{Object.entries(of).map(([name, value]) => <tr key={name}><th scope="row">{plain(name)}</th><td>{typeof value === "object" ? Object.entries(value ?? {}).map(([a, b]) => `${a} → ${String(b)}`).join(", ") : String(value)}</td></tr>)}</tbody>
    </table></div>
  );
}
