// Where and when what is told: facets, days to brush over, map, list; all of one view, which the address holds.
import { useSignal } from "@preact/signals";
import { lazy, Suspense } from "preact/compat";
import { useAnswer } from "./api";
import { Actors, Badge, filters, Panel, Shown, Take, TakeDrawing, TakeRows, Twin } from "./bits";
import { nameOf } from "./names";
import type { DayCount, Facet, Incident, Page, PlaceCount } from "./nouns";
import { Timeline } from "./timeline";
import { address, narrow, place } from "./view";
import { amount, counted, daysWords, plain, typeWords } from "./words";

const Map = lazy(() => import("./map"));

// Column of the answer → filter that it narrows, and what it is called.
const FACETS: readonly (readonly [string, string, string])[] = [
  ["type", "type", "What"],
  ["actors", "actor", "Who"],
  ["claimants", "claimant", "According to"],
  ["countries", "country", "In"],
];

export default function Overview() {
  const query = filters();
  const by = place.value.query.get("by") === "report" ? "report" : "event";
  const list = useAnswer<Page<Incident>>(address("/incidents", [...query.filter(([n]) => n !== "cursor"), ["facets", FACETS.map(([c]) => c).join(",")], ...(query.some(([n]) => n === "sort") ? [] : [["sort", "-reports"] as const])]));
  const undated = query.filter(([name]) => name !== "from" && name !== "to");
  const days = useAnswer<DayCount[]>(address("/series", [...undated, ["by", by]]));
  const places = useAnswer<PlaceCount[]>(address("/places", query));
  const get = (name: string) => place.value.query.get(name) ?? "";
  return (
    <>
      <h1 class="unseen">Overview</h1>
      <div class="overview">
        <aside aria-label="Filters">
          <details class="narrowing" open={matchMedia("(min-width: 56.01rem)").matches}>
            <summary>Filters</summary>
            <Filters />
            <Shown answer={list}>{(page) => <Facets facets={page.facets ?? {}} />}</Shown>
          </details>
        </aside>
        <div>
          <Panel
            title="When"
            id="when"
            lead={
              <span role="group" aria-label="Count by">
                <button type="button" class="choice" aria-pressed={by === "event"} onClick={() => narrow({ by: null })}>day it happened</button>
                <button type="button" class="choice" aria-pressed={by === "report"} onClick={() => narrow({ by: "report" })}>day it was told</button>
              </span>
            }
            takes={<><TakeRows rows={days.value ?? []} name={`gesta-days-by-${by}`} /> <TakeDrawing of="when" name="gesta-days" /></>}
          >
            <Shown answer={days}>
              {(rows) => (
                <>
                  <Timeline days={rows} from={get("from")} to={get("to")} what={by === "event" ? "Incidents" : "Tellings"} onBrush={(from, to) => narrow({ from, to })} />
                  <Twin heads={["Day", by === "event" ? "Incidents#" : "Tellings#", "Of which"]} rows={rows}>
                    {(row) => (
                      <tr key={row.day}><td>{row.day}</td><td class="n">{row.n}</td><td>{Object.entries(row.types).map(([t, n]) => `${typeWords(t)} ${n}`).join(", ")}</td></tr>
                    )}
                  </Twin>
                </>
              )}
            </Shown>
          </Panel>
          <Panel title="Where" id="where" lead="A circle for each place, hollow where it is a region or a country. Dashed areas are disputed." takes={<><TakeRows rows={places.value ?? []} name="gesta-places" /> <TakeMap /></>}>
            <Shown answer={places}>
              {(rows) => (
                <>
                  <Suspense fallback={<div class="map waiting" role="status">Loading the map …</div>}>
                    <Map places={rows} chosen={place.value.query.getAll("place")} onChoose={(name) => narrow({ place: place.value.query.getAll("place").includes(name) ? null : name })} />
                  </Suspense>
                  <Twin heads={["Place", "Country", "Incidents#"]} rows={rows}>
                    {(row) => (
                      <tr key={`${row.place}${row.lat}`}>
                        <td><button type="button" class="link" onClick={() => narrow({ place: row.place })}><bdi>{row.place}</bdi></button></td>
                        <td>{nameOf(row.country)}</td>
                        <td class="n">{row.incidents}</td>
                      </tr>
                    )}
                  </Twin>
                </>
              )}
            </Shown>
          </Panel>
          <Panel
            title="Incidents"
            id="incidents"
            lead={<Shown answer={list}>{(page) => counted(page.facets?.["rows"]?.[0]?.n ?? page.data.length, "incident")}</Shown>}
            takes={<><Take layer="incidents" shapes={["csv", "json", "geojson", "parquet", "atom"]} /></>}
          >
            <Shown answer={list}>{(page) => <List first={page} />}</Shown>
          </Panel>
        </div>
      </div>
    </>
  );
}

/** The map as it is shown, as a picture. */
function TakeMap() {
  return <button type="button" class="link" onClick={() => document.querySelector(".map")?.dispatchEvent(new Event("gesta-picture"))}>PNG</button>;
}

function Filters() {
  const query = place.value.query;
  const shown = [...query].filter(([name]) => !["from", "to", "as_of", "embed", "by", "sort", "min_sources"].includes(name));
  const field = (name: string, label: string, type: "date" | "number" = "date") => (
    <label>
      {label}
      <input type={type} name={name} value={query.get(name) ?? ""} min={type === "number" ? 0 : undefined} onChange={(event) => narrow({ [name]: event.currentTarget.value })} />
    </label>
  );
  return (
    <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      {field("from", "From")}
      {field("to", "To")}
      {field("as_of", "As known on")}
      {field("min_sources", "Independent sources, at least", "number")}
      <label class="tick">
        <input type="checkbox" checked={query.get("background") === "true"} onChange={(event) => narrow({ background: event.currentTarget.checked ? "true" : null })} /> Background too
      </label>
      {shown.length > 0 && (
        <p class="chosen">
          {shown.map(([name, value]) => (
            <button key={name + value} type="button" class="chip" aria-label={`Drop the filter ${plain(name)} ${value}`} onClick={() => narrow({ [name]: query.getAll(name).filter((one) => one !== value) })}>
              <bdi>{name === "type" ? typeWords(value) : name === "place" ? value : nameOf(value)}</bdi> ×
            </button>
          ))}
          <a href="/">Clear all</a>
        </p>
      )}
    </form>
  );
}

function Facets({ facets }: { readonly facets: Record<string, Facet[]> }) {
  return (
    <>
      {FACETS.map(([column, filter, title]) => (
        <OneFacet key={column} title={title} filter={filter} values={facets[column] ?? []} />
      ))}
    </>
  );
}

function OneFacet({ title, filter, values }: { readonly title: string; readonly filter: string; readonly values: readonly Facet[] }) {
  const all = useSignal(false);
  const chosen = place.value.query.getAll(filter);
  const most = Math.max(1, ...values.map((one) => one.n));
  const shown = all.value ? values : values.slice(0, 8);
  if (!values.length) return null;
  return (
    <fieldset class="facet">
      <legend>{title}</legend>
      {shown.map(({ value, n }) => (
        <button
          key={value}
          type="button"
          aria-pressed={chosen.includes(value)}
          onClick={() => narrow({ [filter]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] })}
        >
          <bdi>{filter === "type" ? typeWords(value) : nameOf(value)}</bdi>
          <span class="n">{n}</span>
          <progress max={most} value={n} aria-hidden="true" />
        </button>
      ))}
      {values.length > 8 && <button type="button" class="link" onClick={() => (all.value = !all.value)}>{all.value ? "Fewer" : `All ${values.length}`}</button>}
    </fieldset>
  );
}

function List({ first }: { readonly first: Page<Incident> }) {
  const cursor = place.value.query.get("cursor");
  const later = useAnswer<Page<Incident>>(cursor ? address("/incidents", [...filters(), ...(place.value.query.has("sort") ? [] : [["sort", "-reports"] as const])]) : null);
  const page = cursor ? later.value : first;
  const sort = place.value.query.get("sort") ?? "-reports";
  if (!page) return <p class="quiet" role="status">Loading …</p>;
  return (
    <>
      <p class="sorting">
        <label>
          Sorted by{" "}
          <select value={sort} onChange={(event) => narrow({ sort: event.currentTarget.value, cursor: null })}>
            <option value="-reports">most reports</option>
            <option value="-sources">most sources</option>
            <option value="-deaths_best">most deaths</option>
            <option value="-start">latest</option>
            <option value="start">earliest</option>
            <option value="-known_from">last changed</option>
          </select>
        </label>
      </p>
      {page.data.length === 0 && !narrowed() && <p class="quiet">Nothing was filed yet: <code>gesta ingest SOURCE --store STORE</code> files reports, and this page shows them.</p>}
      {page.data.length === 0 && narrowed() && <p class="quiet">Nothing passes the filters. {place.value.query.get("background") !== "true" && <button type="button" class="link" onClick={() => narrow({ background: "true" })}>Show what reports recall too</button>}</p>}
      <ol class="incidents">
        {page.data.map((one) => <Row key={one.id} incident={one} />)}
      </ol>
      <p class="pages">
        {cursor && <button type="button" onClick={() => narrow({ cursor: null })}>First page</button>}
        {page.next && <button type="button" onClick={() => narrow({ cursor: page.next })}>Next page</button>}
      </p>
    </>
  );
}

/** True where the view is of some of what there is. */
function narrowed(): boolean {
  return filters().some(([name]) => name !== "sort" && name !== "cursor");
}

export function Row({ incident }: { readonly incident: Incident }) {
  const deaths = { low: incident.deaths_low, best: incident.deaths_best, high: incident.deaths_high };
  return (
    <li>
      <a class="name" href={`/incidents/${incident.id}`}>{typeWords(incident.type, incident.mode)}{incident.place && <>, <bdi>{incident.place}</bdi></>}</a>
      <span class="who">
        <Actors codes={incident.sides_a} />
        {incident.sides_b.length > 0 && <span class="arrow"> {incident.directed ? "→" : "–"} </span>}
        {incident.sides_b.length > 0 && <Actors codes={incident.sides_b} />}
      </span>
      <span class="when">{daysWords(incident.start, incident.end)}</span>
      <span class="cost">{incident.deaths_best !== null && <><strong>{amount(deaths)}</strong> killed</>}</span>
      <span class="told">
        {counted(incident.reports, "report")}, {counted(incident.sources, "source")}
        {incident.contested && <> <Badge kind="alert">contested</Badge></>}
        {incident.denied_by.length > 0 && <> <Badge kind="alert">denied</Badge></>}
        {incident.factuality !== "actual" && <> <Badge>{incident.factuality}</Badge></>}
        {incident.background && <> <Badge>background</Badge></>}
      </span>
    </li>
  );
}
