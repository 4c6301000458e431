// How many by day, as bars to brush over. The same can be done with the two fields for days, by keyboard.
import { useSignal } from "@preact/signals";
import { scaleLinear, scaleUtc } from "d3-scale";
import { utcDay } from "d3-time";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { DayCount } from "./nouns";
import { amount, counted, dayWords, tickWords } from "./words";

const HEIGHT = 110;
const LEAST = 8; // days that are drawn: one day alone would be a wall
const EDGE = { left: 34, right: 8, top: 8, bottom: 22 };

const date = (iso: string) => new Date(`${iso}T00:00:00Z`);
const iso = (day: Date) => utcDay.floor(day).toISOString().slice(0, 10);

/** Days joined to runs of so many that a bar keeps some width; each with its first and last day. */
export function binned(days: readonly DayCount[], most: number): { from: string; to: string; n: number }[] {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return [];
  const span = utcDay.count(date(first.day), date(last.day)) + 1;
  const size = Math.max(1, Math.ceil(span / most));
  const bins = new Map<number, { from: string; to: string; n: number }>();
  for (const { day, n } of days) {
    const at = Math.floor(utcDay.count(date(first.day), date(day)) / size);
    const bin = bins.get(at) ?? { from: iso(utcDay.offset(date(first.day), at * size)), to: iso(utcDay.offset(date(first.day), at * size + size - 1)), n: 0 };
    bin.n += n;
    bins.set(at, bin);
  }
  return [...bins.values()];
}

export function Timeline({ days, from, to, onBrush, what }: {
  readonly days: readonly DayCount[];
  readonly from: string;
  readonly to: string;
  readonly onBrush: (from: string, to: string) => void;
  readonly what: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(640);
  const drag = useSignal<{ a: number; b: number } | null>(null);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => entry && (width.value = Math.max(240, entry.contentRect.width)));
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const bins = binned(days, Math.floor((width.value - EDGE.left - EDGE.right) / 5));
  const first = bins[0];
  const last = bins.at(-1);
  if (!first || !last) return <p class="quiet">Nothing has a day.</p>;
  const spare = Math.max(0, LEAST - utcDay.count(date(first.from), date(last.to)));
  const x = scaleUtc([utcDay.offset(date(first.from), -spare / 2), utcDay.offset(date(last.to), 1 + spare / 2)], [EDGE.left, width.value - EDGE.right]);
  const y = scaleLinear([0, Math.max(...bins.map((bin) => bin.n))], [HEIGHT - EDGE.bottom, EDGE.top]).nice(3);
  const ticks = x.ticks(Math.max(2, Math.floor(width.value / 80))).filter((tick) => tick.getUTCHours() === 0 && x(tick) < width.value - EDGE.right - 16);
  const inWords = tickWords(ticks);
  const at = (event: PointerEvent) => event.clientX - (event.currentTarget as Element).getBoundingClientRect().left;
  const chosen = drag.value
    ? [Math.min(drag.value.a, drag.value.b), Math.max(drag.value.a, drag.value.b)] as const
    : from || to
      ? [from ? x(date(from)) : EDGE.left, to ? x(utcDay.offset(date(to), 1)) : width.value - EDGE.right] as const
      : null;
  const label = `${what} by day, ${dayWords(first.from)} to ${dayWords(last.to)}: ${counted(days.reduce((sum, day) => sum + day.n, 0), "in all", "in all")}`;
  return (
    <div ref={box} class="timeline">
      <svg
        role="img"
        aria-label={label}
        width="100%"
        height={HEIGHT}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.value = { a: at(event), b: at(event) };
        }}
        onPointerMove={(event) => drag.value && (drag.value = { ...drag.value, b: at(event) })}
        onPointerUp={() => {
          const done = drag.value;
          drag.value = null;
          if (!done) return;
          const [a, b] = [Math.min(done.a, done.b), Math.max(done.a, done.b)];
          if (b - a < 4) onBrush("", "");
          else onBrush(iso(x.invert(Math.max(a, EDGE.left))), iso(x.invert(Math.min(b, width.value - EDGE.right) - 0.5)));
        }}
      >
        {y.ticks(3).map((tick) => (
          <g key={tick}>
            <line class="grid" x1={EDGE.left} x2={width.value - EDGE.right} y1={y(tick)} y2={y(tick)} />
            <text class="tick" x={EDGE.left - 6} y={y(tick) + 4} text-anchor="end">{amount({ best: tick })}</text>
          </g>
        ))}
        {bins.map((bin) => {
          const left = x(date(bin.from));
          const wide = Math.max(2, x(utcDay.offset(date(bin.to), 1)) - left - 1);
          return <rect key={bin.from} class="bar" x={left} width={wide} y={y(bin.n)} height={y(0) - y(bin.n)} />;
        })}
        {ticks.map((tick) => (
          <text key={+tick} class="tick" x={x(tick)} y={HEIGHT - 6} text-anchor="middle">{inWords(tick)}</text>
        ))}
        {chosen && <rect class="brush" x={chosen[0]} width={Math.max(1, chosen[1] - chosen[0])} y={EDGE.top} height={HEIGHT - EDGE.bottom - EDGE.top} />}
      </svg>
    </div>
  );
}
