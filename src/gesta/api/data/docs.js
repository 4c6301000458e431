// Shows openapi.json as a page: each route with its parameters, its answer and a question to try.
const make = (tag, text = "", attributes = {}) => Object.assign(document.createElement(tag), { textContent: text, ...attributes });
const typed = (schema = {}) =>
  schema.$ref ? schema.$ref.split("/").pop()
  : schema.anyOf ? schema.anyOf.map(typed).join(" or ")
  : schema.type === "array" ? `list of ${typed(schema.items)}`
  : schema.enum ? schema.enum.join(" | ")
  : [schema.type, schema.format].filter(Boolean).join(" ") || "any";
const fields = (schema) => {
  const table = make("table");
  for (const [name, one] of Object.entries(schema.properties ?? {})) {
    const row = table.insertRow();
    row.append(make("td", name), make("td", typed(one)), make("td", one.description ?? ""));
  }
  return table;
};
const route = (path, method, about, schemas) => {
  const box = make("details");
  const head = make("summary");
  head.append(make("code", `${method.toUpperCase()} ${path}`), ` ${about.summary ?? ""}`);
  box.append(head, make("p", about.description ?? "", { className: "soft" }));
  if (about.parameters?.length) {
    const table = make("table");
    for (const one of about.parameters) {
      const row = table.insertRow();
      row.append(make("td", one.name + (one.required ? " (needed)" : "")), make("td", typed(one.schema)), make("td", one.description ?? one.schema?.description ?? ""));
    }
    box.append(table);
  }
  const body = about.requestBody?.content?.["application/json"]?.schema;
  const answer = about.responses?.["200"]?.content?.["application/json"]?.schema ?? about.responses?.["201"]?.content?.["application/json"]?.schema;
  for (const [what, schema] of [["Takes", body], ["Answers with", answer]]) {
    if (!schema) continue;
    const known = schemas[(schema.$ref ?? schema.items?.$ref ?? "").split("/").pop()];
    box.append(make("p", `${what}: ${typed(schema)}${known?.description ? `. ${known.description}` : ""}`));
    if (known) box.append(fields(known));
  }
  if (method === "get" && !path.includes("{")) box.append(make("a", "Ask it", { href: path }));
  return box;
};
const api = await (await fetch("/api/v1/openapi.json")).json();
document.getElementById("about").append(...api.info.description.split("\n\n").map((text) => make("p", text)));
const groups = new Map();
for (const [path, methods] of Object.entries(api.paths))
  for (const [method, about] of Object.entries(methods)) {
    const tag = about.tags?.[0] ?? "other";
    if (!groups.has(tag)) groups.set(tag, []);
    groups.get(tag).push(route(path, method, about, api.components?.schemas ?? {}));
  }
const routes = document.getElementById("routes");
for (const [tag, boxes] of groups) routes.append(make("h2", tag), ...boxes);
