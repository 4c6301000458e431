// Shows openapi.json as a page: each route with its parameters, its answer, what may go wrong, and a question that can be asked at once.
const make = (tag, text = "", attributes = {}) => Object.assign(document.createElement(tag), { textContent: text, ...attributes });
const ask = async (path) => (await fetch(`/api/v1/${path}`)).json().catch(() => ({}));
const typed = (schema = {}) =>
  schema.$ref ? schema.$ref.split("/").pop()
  : schema.anyOf ? schema.anyOf.map(typed).join(" or ")
  : schema.type === "array" ? `list of ${typed(schema.items)}`
  : schema.enum ? schema.enum.join(" | ")
  : [schema.type, schema.format].filter(Boolean).join(" ") || "any";
// Words between backticks are code.
const prose = (text, attributes) => {
  const made = make("p", "", attributes);
  text.split("`").forEach((part, n) => made.append(n % 2 ? make("code", part) : part));
  return made;
};
const table = (heads, cells) => {
  const rows = cells.some((row) => row[2]) ? cells : cells.map((row) => row.slice(0, 2));
  const [box, made] = [make("div", "", { className: "scroll", tabIndex: 0 }), make("table")];
  const head = made.createTHead().insertRow();
  for (const name of heads.slice(0, rows[0]?.length)) head.append(make("th", name, { scope: "col" }));
  const body = made.createTBody();
  for (const row of rows) body.insertRow().append(...row.map((one) => make("td", one ?? "")));
  box.append(made);
  return box;
};
const fields = (schema) => table(["Field", "Type", "What it is"], Object.entries(schema.properties).map(([name, one]) => [name, typed(one), one.description]));
// An example of a body: the schema's own, or those of its fields.
const example = (schema) => schema.examples?.[0] ?? Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([, one]) => one.examples || one.anyOf?.some((kind) => kind.examples)).map(([name, one]) => [name, (one.examples ?? one.anyOf.find((kind) => kind.examples).examples)[0]]));

const api = await ask("openapi.json");
const schemas = api.components?.schemas ?? {};
const known = (schema = {}) => (schema.$ref ? schemas[schema.$ref.split("/").pop()] : schema.items?.$ref ? schemas[schema.items.$ref.split("/").pop()] : schema);
// What the store holds, so that examples can be asked.
const [incidents, reports, releases] = await Promise.all([ask("incidents?limit=1&fields=id&sort=-reports"), ask("reports?limit=1"), ask("releases")]);
const held = { incident: incidents.data?.[0]?.id, report: reports.data?.[0]?.id, name: incidents.data?.[0]?.id };
const valued = (path, one) => (path.includes("/releases/") ? { name: releases[0]?.name, file: releases[0]?.files[0]?.name }[one.name] : path.includes("/alerts/") ? undefined : (one.examples ?? one.schema?.examples)?.[0] ?? held[one.name]);
const asked = (path, about) => {
  const needed = (about.parameters ?? []).filter((one) => one.required).map((one) => [one, valued(path, one)]);
  if (needed.some(([, value]) => value === undefined)) return null;
  const filled = needed.reduce((text, [one, value]) => text.replace(`{${one.name}}`, encodeURIComponent(value)), path);
  const query = new URLSearchParams(needed.filter(([one]) => one.in === "query").map(([one, value]) => [one.name, value]));
  return query.size ? `${filled}?${query}` : filled;
};
const curl = (path, method, about) => {
  const [start, token] = [`curl ${location.origin}${path}`, about.security ? ` -H "Authorization: Bearer $TOKEN"` : ""];
  const json = about.requestBody?.content?.["application/json"]?.schema;
  if (method === "get") return null;
  return `${start}${method === "delete" ? " -X DELETE" : ""}${token}${json ? ` -H "Content-Type: application/json" \\\n  -d '${JSON.stringify(example(known(json))).replaceAll("'", "\\u0027")}'` : ""}`;
};
const route = (path, method, about, shapes) => {
  const box = make("details");
  const head = make("summary");
  head.append(make("code", `${method.toUpperCase()} ${path}`), ` ${about.summary ?? ""}`);
  box.append(head, prose(about.description ?? "", { className: "soft" }));
  const address = method === "get" ? asked(path, about) : null;
  const line = address ? `curl "${location.origin}${address}"` : curl(path, method, about);
  if (line) box.append(make("pre", line, { tabIndex: 0 }));
  if (address) box.append(make("a", "Ask it", { href: address }));
  for (const shape of shapes) box.append(" ", make("a", shape, { href: `${path}.${shape}` }));
  if (about.parameters?.length)
    box.append(table(["Parameter", "Type", "What it is"], about.parameters.map((one) => [one.name + (one.required ? " (needed)" : ""), typed(one.schema), one.description ?? one.schema?.description])));
  for (const [kind, { schema }] of Object.entries(about.requestBody?.content ?? {})) {
    box.append(prose(`Takes ${kind}: ${schema.title ?? typed(schema)}. ${known(schema).description ?? ""}`), fields(known(schema)));
  }
  for (const [status, said] of Object.entries(about.responses ?? {})) {
    if (status >= "300") continue;
    for (const [kind, { schema }] of Object.entries(said.content ?? {})) {
      box.append(prose(`Answers ${status} with ${kind}${schema ? `: ${typed(schema)}. ${known(schema)?.description ?? ""}` : ""}`));
      if (known(schema)?.properties) box.append(fields(known(schema)));
    }
  }
  const wrong = Object.entries(about.responses ?? {}).filter(([status]) => status >= "400").map(([status, said]) => `${status} ${said.description}`);
  if (wrong.length) box.append(prose(`Problems (\`application/problem+json\`): ${wrong.join(", ")}.`, { className: "soft" }));
  return box;
};
document.getElementById("about").append(...(api.info?.description ?? "").split("\n").filter(Boolean).map((text) => prose(text)));
const [groups, folded] = [new Map(), /^(.*)\.(json|csv|geojson|parquet|atom)$/];
for (const [path, methods] of Object.entries(api.paths ?? {})) {
  if (api.paths[folded.exec(path)?.[1]]) continue;
  const shapes = Object.keys(api.paths).filter((one) => folded.exec(one)?.[1] === path).map((one) => folded.exec(one)[2]);
  for (const [method, about] of Object.entries(methods)) {
    const tag = about.tags?.[0] ?? "other";
    if (!groups.has(tag)) groups.set(tag, []);
    groups.get(tag).push(route(path, method, about, shapes));
  }
}
const routes = document.getElementById("routes");
routes.replaceChildren();
for (const [tag, boxes] of groups) routes.append(make("h2", tag), ...boxes);
