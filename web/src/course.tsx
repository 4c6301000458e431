// The course of the figures: one step line for each claimant, from the day a number was first told until the next one takes its place.
import { scaleLinear, scaleUtc } from "d3-scale";
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Twin } from "./bits";
import { nameOf } from "./names";
import type { Step } from "./nouns";
import type { Side } from "./sides";
import { amount, dayWords, plain, tickWords } from "./words";

const WIDE = { left: 44, right: 150, top: 20, bottom: 24, letters: 20 };
const NARROW = { ...WIDE, left: 38, right: 112, letters: 14 }; // of a phone: more of it for the lines, less for the names beside them
const PHONE = 480; // px
const LINE = 15; // px from one name or number to the next
const LETTER = 6.5; // px that a letter of a number takes, about
const DASHES = ["none", "6 3", "2 3", "9 3 2 3", "4 2", "1 2"] as const;

const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

/** Who speaks: the claimant, and which of two unnamed ones of one name. */
export function speaker(step: Step): string {
  return nameOf(step.claimant);
}

export function Course({ steps, mark, label }: { readonly steps: readonly Step[]; readonly mark: (code: string) => Side; readonly label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(640);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => entry && (width.value = Math.max(260, entry.contentRect.width)));
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const edge = width.value < PHONE ? NARROW : WIDE;
  const told = steps.filter((step) => step.best !== null || step.low !== null || step.high !== null);
  if (!told.length) return null;
  const voices = [...new Set(told.map((step) => step.voice || step.claimant))];
  const last = told.map((step) => step.last).toSorted().at(-1) ?? "";
  const first = told.map((step) => step.known).toSorted()[0] ?? "";
  const span = Math.max(1, (+day(last) - +day(first)) / 86_400_000);
  const height = Math.max(150, 60 + voices.length * 26);
  const x = scaleUtc([day(first), new Date(+day(last) + 86_400_000 * Math.max(1, span * 0.04))], [edge.left, width.value - edge.right]);
  const value = (step: Step) => step.best ?? step.high ?? step.low ?? 0;
  const y = scaleLinear([0, Math.max(1, ...told.map((step) => step.high ?? value(step)))], [height - edge.bottom, edge.top]).nice(4);
  // Names at the right must not lie on one another.
  const ends = voices.map((voice) => {
    const own = told.filter((step) => (step.voice || step.claimant) === voice).toSorted((a, b) => a.known.localeCompare(b.known));
    return { voice, own, y: y(value(own.at(-1) as Step)) };
  });
  let above = -Infinity;
  for (const end of ends.toSorted((a, b) => a.y - b.y)) above = end.y = Math.max(end.y, above + LINE);
  let below = height - edge.bottom + LINE;
  for (const end of ends.toSorted((a, b) => b.y - a.y)) below = end.y = Math.min(end.y, below - LINE);
  const ticks = x.ticks(Math.max(2, Math.floor((width.value - edge.left - edge.right) / 70))).filter((tick) => tick.getUTCHours() === 0);
  const inWords = tickWords(ticks);
  const numbers = placedNumbers(ends.flatMap(({ own }) => own.map((step) => ({ step, x: x(day(step.known)), y: y(value(step)) }))), height - edge.bottom, ends.map((end) => ({ from: width.value - edge.right + 14, to: width.value, y: end.y + 4 })));
  return (
    <div ref={box} class="course">
      <svg role="img" aria-label={label} width="100%" height={height}>
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line class="grid" x1={edge.left} x2={width.value - edge.right} y1={y(tick)} y2={y(tick)} />
            <text class="tick" x={edge.left - 6} y={y(tick) + 4} text-anchor="end">{amount({ best: tick })}</text>
          </g>
        ))}
        {ticks.map((tick) => (
          <text key={+tick} class="tick" x={x(tick)} y={height - 6} text-anchor="middle">{inWords(tick)}</text>
        ))}
        {ends.map(({ voice, own, y: at }, n) => {
          const head = own.at(-1) as Step;
          const side = mark(head.claimant);
          const kind = side.n ? `side${side.n}` : "quiet";
          const right = width.value - edge.right;
          const path = own.map((step, i) => `${i ? `H${x(day(step.known))}V` : `M${x(day(step.known))},`}${y(value(step))}`).join("") + `H${right}`;
          return (
            <g key={voice} class={kind}>
              <path class="step" d={path} stroke-dasharray={DASHES[n % DASHES.length]} />
              {own.map((step) => (
                <g key={step.refs.join()}>
                  {step.low !== null && step.high !== null && step.low !== step.high && <line class="range" x1={x(day(step.known))} x2={x(day(step.known))} y1={y(step.low)} y2={y(step.high)} />}
                  <text class={`point${step.standing ? "" : " gone"}`} x={x(day(step.known))} y={y(value(step)) + 4} text-anchor="middle">{side.shape}</text>
                  {numbers.has(step) && <text class="value" x={x(day(step.known)) + 8} y={numbers.get(step)}>{amount(step)}</text>}
                </g>
              ))}
              <line class="leader" x1={right} x2={right + 10} y1={y(value(head))} y2={at} />
              <text class="name" x={right + 14} y={at + 4}>{shortened(speaker(head), edge.letters)}</text>
            </g>
          );
        })}
      </svg>
      <Twin heads={["Told", "By", "Number#", "Of whom", "Holds for", "Reports", "Still stands"]} rows={told.toSorted((a, b) => a.known.localeCompare(b.known))}>
        {(step) => (
          <tr key={step.refs.join() + step.effect}>
            <td>{dayWords(step.known)}</td><td>{speaker(step)}</td><td class="n">{amount(step)}</td><td>{plain(step.who)}</td><td>{dayWords(step.as_of)}</td><td>{step.reports}</td><td>{step.standing ? "yes" : "no"}</td>
          </tr>
        )}
      </Twin>
    </div>
  );
}

interface Words {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** The heights at which numbers stand beside their points, the later ones first: above, else below, else left to the table. */
function placedNumbers(points: readonly { readonly step: Step; readonly x: number; readonly y: number }[], floor: number, names: readonly Words[]): Map<Step, number> {
  const taken = [...names];
  const found = new Map<Step, number>();
  for (const { step, x, y } of points.toSorted((a, b) => b.x - a.x)) {
    const [from, to] = [x + 8, x + 8 + amount(step).length * LETTER];
    const free = [y - 6, y + LINE].find((at) => at <= floor && !taken.some((one) => from < one.to && one.from < to && Math.abs(one.y - at) < LINE - 5));
    if (free === undefined) continue;
    taken.push({ from, to, y: free });
    found.set(step, free);
  }
  return found;
}

function shortened(name: string, letters: number): string {
  return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}
