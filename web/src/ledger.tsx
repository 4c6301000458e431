// Figures, accusations and denials, each beside who says so.
import { useAnswer } from "./api";
import { Claims } from "./actors";
import { Actors, Badge, Claimants, Panel, Shown, Take, TakeRows, Words } from "./bits";
import type { ClaimRow, EventRow, Page } from "./nouns";
import { address, narrow, place } from "./view";
import { daysWords, typeWords } from "./words";

export default function Ledger() {
  const query = place.value.query;
  const background: [string, string][] = query.get("background") === "true" ? [["background", "true"]] : [];
  const accused = useAnswer<Page<EventRow>>(address("/events", [["type", "ACCUSE"], ["sort", "-known"], ["limit", "200"], ...background]));
  const rejected = useAnswer<Page<EventRow>>(address("/events", [["sort", "-known"], ["limit", "1000"], ...background]));
  const claims = useAnswer<Page<ClaimRow>>(address("/claims", [["sort", "-known"], ["limit", "200"], ["cursor", query.get("cursor") ?? ""], ...background]));
  const denials = (rejected.value?.data ?? []).filter((row) => row.stance === "deny" || row.factuality === "negated" || row.denies.length > 0);
  return (
    <>
      <h1 class="unseen">Ledger</h1>
      <Panel title="Accusations" id="accusations" lead="Who accuses whom." takes={<Take layer="events" query={[["type", "ACCUSE"], ...background]} />}>
        <Shown answer={accused}>{(page) => <Told rows={page.data} />}</Shown>
      </Panel>
      <Panel title="Denials" id="denials" lead={`Who says that a thing did not happen, or was not theirs.${rejected.value?.next ? " Of the 1,000 tellings known last." : ""}`} takes={<TakeRows rows={denials} name="gesta-denials" />}>
        <Shown answer={rejected}>{() => <Told rows={denials} />}</Shown>
      </Panel>
      <Panel title="Figures" id="figures" lead="One row a claim, never summed." takes={<Take layer="claims" shapes={["csv", "json", "parquet", "atom"]} query={background} />}>
        <Shown answer={claims}>
          {(page) => (
            <>
              <Claims rows={page.data} />
              {page.next && <p class="pages"><button type="button" onClick={() => narrow({ cursor: page.next })}>Next page</button></p>}
            </>
          )}
        </Shown>
      </Panel>
    </>
  );
}

function Told({ rows }: { readonly rows: readonly EventRow[] }) {
  const now = rows.filter((row) => !row.revised);
  if (!now.length) return <p class="quiet">None.</p>;
  return (
    <ol class="thread">
      {[...Map.groupBy(now, (row) => row.incident ?? row.report + row.key).values()].map((same) => {
        const row = same[0] as EventRow;
        return (
          <li key={row.report + row.key}>
            <span class="when">{daysWords(row.start, row.end)}</span>
            <span>
              <Claimants codes={row.claimants} />: {typeWords(row.type, row.mode)} <Actors codes={row.actors} />{row.recipients.length > 0 && <> → <Actors codes={row.recipients} /></>} {row.factuality !== "actual" && <Badge>{row.factuality}</Badge>}
            </span>
            <Words text={row.evidence} href={`/reports/${row.report}#${row.key}`} />
            <span class="quiet"><bdi>{row.outlet ?? "outlet not named"}</bdi>{same.length > 1 && ` and ${same.length - 1} more`}</span>
          </li>
        );
      })}
    </ol>
  );
}
