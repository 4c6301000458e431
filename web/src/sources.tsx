// Outlets: how much of what they print is their own.
import { useAnswer } from "./api";
import { Cite, Panel, Shown, TakeRows } from "./bits";
import type { ReportRow, Source } from "./nouns";
import { address, narrow, place } from "./view";
import { dayWords, legible, plain } from "./words";

export default function Sources() {
  const outlet = place.value.query.get("outlet") ?? "";
  const sources = useAnswer<Source[]>("/sources");
  const reports = useAnswer<{ data: ReportRow[]; next: string | null }>(address("/reports", [["outlet", outlet], ["cursor", place.value.query.get("cursor") ?? ""]]));
  return (
    <>
      <section>
        <header><h1>Sources</h1><p class="lead">A wire story printed in fourteen papers is one source.</p><p class="takes"><TakeRows rows={sources.value ?? []} name="gesta-sources" /> <Cite what="Sources" /></p></header>
        <Shown answer={sources}>
          {(rows) => !rows.length ? <p class="quiet">None yet.</p> : (
            <div class="scroll" tabIndex={0}>
              <table>
                <thead><tr><th scope="col">Outlet</th><th scope="col" class="n">Reports</th><th scope="col" class="n">Its own</th><th scope="col" class="n">Copies</th><th scope="col">Copied from</th><th scope="col">From</th><th scope="col">To</th></tr></thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.outlet}>
                      <td><button type="button" class="link" aria-pressed={row.outlet === outlet} onClick={() => narrow({ outlet: row.outlet === outlet ? null : row.outlet, cursor: null })}><bdi>{row.outlet}</bdi></button></td>
                      <td class="n">{row.reports}</td><td class="n">{row.originals}</td><td class="n">{row.copies}</td>
                      <td>{Object.entries(row.copies_of).map(([of, n], i) => <bdi key={of}>{i > 0 && ", "}{of} {n}</bdi>)}</td><td>{dayWords(row.first)}</td><td>{dayWords(row.last)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Shown>
      </section>
      <Panel title={outlet ? `Reports of ${outlet}` : "Reports"} id="reports" lead="Newest first." takes={<TakeRows rows={reports.value?.data ?? []} name="gesta-reports" />}>
        <Shown answer={reports}>
          {(page) => (
            <>
              {!page.data.length && <p class="quiet">None yet.</p>}
              <ul class="reports">
                {page.data.map((row) => (
                  <li key={row.id}>
                    <a href={`/reports/${row.id}`}><bdi>{legible(row.title ?? "without a title")}</bdi></a>
                    <span class="quiet"> <bdi>{row.outlet ?? "outlet not named"}</bdi>, {dayWords(row.published ?? row.known)}{row.kind && row.kind !== "original" && ` · ${plain(row.kind)}`}{row.revision_of && " · a newer version"}</span>
                  </li>
                ))}
              </ul>
              {page.next && <p class="pages"><button type="button" onClick={() => narrow({ cursor: page.next })}>Next page</button></p>}
            </>
          )}
        </Shown>
      </Panel>
    </>
  );
}
