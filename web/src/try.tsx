// Paste or drop an article and see it coded. It is sent to this server alone, which keeps nothing of it.
import { useSignal } from "@preact/signals";
import { ask, Problem, send } from "./api";
import type { GestaRecord } from "./nouns";
import { Reader } from "./reader";
import { unitsOf } from "./offsets";
import { counted } from "./words";

const LARGEST = 2_000_000; // bytes of a request: what the server takes
const LONGEST = 100_000; // characters of a text that it codes

export default function Try() {
  const text = useSignal("");
  const file = useSignal<File | null>(null);
  const published = useSignal("");
  const waiting = useSignal(false);
  const over = useSignal(false);
  const failed = useSignal("");
  const record = useSignal<GestaRecord | null>(null);
  const sent = (): Promise<{ record: unknown }> => {
    if (!file.value) return send("/code", { text: text.value, ...(published.value ? { published: published.value } : {}) });
    const form = new FormData();
    form.set("file", file.value);
    if (published.value) form.set("published", published.value);
    return ask("/code", { method: "POST", body: form });
  };
  const code = async () => {
    if (waiting.value) return;
    waiting.value = true;
    failed.value = "";
    record.value = null;
    try {
      record.value = (await sent()).record as GestaRecord;
    } catch (error) {
      failed.value = error instanceof Problem ? error.message : String(error);
    }
    waiting.value = false;
  };
  const take = (given: File | undefined) => {
    if (!given) return;
    failed.value = given.size > LARGEST ? `${given.name}: larger than ${LARGEST / 1e6} MB; gesta code reads larger files.` : "";
    file.value = failed.value ? null : given;
    if (file.value) void code();
  };
  const long = text.value.length > LONGEST && unitsOf(text.value).length - 1 > LONGEST;
  return (
    <>
      <section>
        <header><h1>Try it</h1><p class="lead">Paste an article, or drop a file of it: text, Markdown, a saved web page. It is coded on this server; nothing of it is kept.</p></header>
        <form
          class={`trying${over.value ? " over" : ""}`}
          onSubmit={(event) => {
            event.preventDefault();
            void code();
          }}
          onDragOver={(event) => {
            event.preventDefault();
            over.value = true;
          }}
          onDragLeave={() => (over.value = false)}
          onDrop={(event) => {
            event.preventDefault();
            over.value = false;
            take(event.dataTransfer?.files[0]);
          }}
        >
          {file.value ? (
            <p class="dropped">File: <strong><bdi>{file.value.name}</bdi></strong> <span class="quiet">{Math.max(1, Math.round(file.value.size / 1000))} kB</span> <button type="button" class="link" onClick={() => (file.value = null)}>Paste a text instead</button></p>
          ) : (
            <label>Article<textarea name="text" dir="auto" rows={10} value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} /></label>
          )}
          {long && !file.value && <p class="failed" role="alert">{counted(unitsOf(text.value).length - 1, "character")}: at most {counted(LONGEST, "character")} are coded here; gesta code reads longer texts.</p>}
          <p>
            <label>Published <input type="date" name="published" value={published.value} onInput={(event) => (published.value = event.currentTarget.value)} /></label>
            <label class="file">File <input type="file" accept=".txt,.md,.markdown,.html,.htm,.jsonl,.ndjson,.gz,text/plain,text/html,text/markdown" onChange={(event) => take(event.currentTarget.files?.[0])} /></label>
            <button type="submit" disabled={waiting.value || (!file.value && (long || !text.value.trim()))}>{waiting.value ? "Coding …" : "Code it"}</button>
          </p>
        </form>
        {failed.value && <p class="failed" role="alert">{failed.value}</p>}
        <p class="unseen" role="status">{record.value ? "The article is coded." : ""}</p>
      </section>
      {record.value && <Reader record={record.value} whole incidents={{}} passages={[{ start: 0, end: record.value.report.text.length, text: record.value.report.text }]} />}
    </>
  );
}
