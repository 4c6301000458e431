// Paste or drop an article and see it coded. It is sent to this server alone, which keeps nothing of it.
import { useSignal } from "@preact/signals";
import { Problem, send } from "./api";
import type { GestaRecord } from "./nouns";
import { Reader } from "./reader";

export default function Try() {
  const text = useSignal("");
  const published = useSignal("");
  const waiting = useSignal(false);
  const failed = useSignal("");
  const record = useSignal<GestaRecord | null>(null);
  const code = async () => {
    waiting.value = true;
    failed.value = "";
    try {
      const answer = await send<{ record: unknown }>("/code", { text: text.value, ...(published.value ? { published: published.value } : {}) });
      record.value = answer.record as GestaRecord;
    } catch (error) {
      failed.value = error instanceof Problem ? error.message : String(error);
    }
    waiting.value = false;
  };
  const drop = async (file: File | undefined) => {
    if (file) text.value = await file.text();
  };
  return (
    <>
      <section>
        <header><h1>Try it</h1><p class="lead">Paste an article, or drop a text file. It is coded on this server; nothing of it is kept.</p></header>
        <form
          class="trying"
          onSubmit={(event) => {
            event.preventDefault();
            void code();
          }}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            void drop(event.dataTransfer?.files[0]);
          }}
        >
          <label>Article<textarea name="text" rows={10} required value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} /></label>
          <p>
            <label>Published <input type="date" name="published" value={published.value} onInput={(event) => (published.value = event.currentTarget.value)} /></label>
            <label class="file">File <input type="file" accept=".txt,.md,text/plain" onChange={(event) => void drop(event.currentTarget.files?.[0])} /></label>
            <button type="submit" disabled={waiting.value || !text.value.trim()}>{waiting.value ? "Coding …" : "Code it"}</button>
          </p>
        </form>
        {failed.value && <p class="failed" role="alert">{failed.value}</p>}
        <p class="unseen" role="status">{record.value ? "The article is coded." : ""}</p>
      </section>
      {record.value && <Reader record={record.value} whole incidents={{}} passages={[{ start: 0, end: record.value.report.text.length, text: record.value.report.text }]} />}
    </>
  );
}
