"""Train the model: ``python training/train.py --data DIR --encoder DIR --work DIR --minutes N`` (``--resume`` goes on)."""

from __future__ import annotations

import argparse
import csv
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch

from corpora import TASKS, Corpora, Document, load_corpora
from evaluation import COLUMNS, evaluate
from gesta.reading.inputs import InputMaker
from gesta.reading.names import NAME, SPECIALS, Names, read_forms
from gesta.reading.wordpieces import WordPieces
from losses import batch_loss
from network import Network, Sizes, load_encoder
from shipped import load_shipped
from windows import Batch, Window, collate, cut_windows, make_batches

SHARES = (0.4, 0.3, 0.3)
ENCODER_RATE, HEAD_RATE, DECAY = 2e-4, 2e-3, 0.01
CONSTANT = 0.55
WARM_UP = 60_000
MASKED = 0.04
FOLDER = Path(__file__).parent


@dataclass(slots=True)
class Progress:
    """How far training is: word-pieces read, minutes trained, and the batch it stands at in each task's current pass."""

    pieces: int
    minutes: float
    passes: list[int]
    positions: list[int]


def make_names(corpora: Corpora, pieces: WordPieces) -> Names:
    """The shipped table of nationalities, and the words of two or more pieces that training saw in lower case."""
    forms = read_forms((FOLDER / "nationalities.csv").read_text(encoding="utf-8"))
    return Names(forms, (word for word in corpora.lowercase if len(pieces(word)) > 1))


def make_network(corpora: Corpora, pieces: WordPieces, names: Names, encoder: Path) -> Network:
    """The network with MiniLM's weights; a special row starts as the mean of its class's word-pieces."""
    rows = corpora.labels.names
    sizes = Sizes(
        vocabulary=pieces.size,
        specials=len(SPECIALS),
        entity=len(rows["entity"]),
        upos=len(rows["upos"]),
        xpos=len(rows["xpos"]),
        relations=len(rows["relation"]),
    )
    network = Network(sizes)
    members: list[list[int]] = [[] for _ in SPECIALS]
    for form, kind in names.forms.items():
        members[kind] += pieces(form)
    for document in corpora.train["entities"]:
        for word in document.words:
            own = pieces(word)
            if names.special(word, len(own), hide_names=True) == NAME:
                members[NAME] += own
    load_encoder(network.encoder, encoder / "model.safetensors", members)
    return network


class Batches:
    """An endless, reproducible stream of batches of one task; each pass cuts the documents anew."""

    def __init__(self, task: int, documents: list[Document], maker: InputMaker, budget: int, hide: float) -> None:
        self.task, self.documents, self.maker, self.budget, self.hide = task, documents, maker, budget, hide

    def stream(self, number: int, position: int) -> Iterator[tuple[Batch, int, int]]:
        """Batches from a pass and position on, each with the pass and position that follow it."""
        while True:
            chooser = random.Random(1000 * number + self.task)
            windows: list[Window] = [window for each in self.documents for window in cut_windows(each, chooser)]
            hidden = [chooser.random() < self.hide for _ in windows]
            batches = make_batches(windows, self.budget, self.maker, chooser)
            for place in range(position, len(batches)):
                indices = batches[place]
                batch = collate(TASKS[self.task], [windows[n] for n in indices], [hidden[n] for n in indices], self.maker)
                yield batch, number, place + 1
            number, position = number + 1, 0


def make_optimiser(network: Network) -> torch.optim.AdamW:
    """AdamW with a lower rate for the encoder (and its special rows and shapes) than for the heads."""
    inner = list(network.encoder.parameters())
    known = {id(parameter) for parameter in inner}
    outer = [parameter for parameter in network.parameters() if id(parameter) not in known]
    groups = [{"params": inner, "base": ENCODER_RATE}, {"params": outer, "base": HEAD_RATE}]
    return torch.optim.AdamW(groups, lr=ENCODER_RATE, weight_decay=DECAY, betas=(0.9, 0.98), fused=True)


def rate(progress: Progress, minutes: float) -> float:
    """Share of the base rate: a short warm-up, constant, then linear to zero over the last 45 % of the minutes."""
    done = progress.minutes / minutes
    return min(1.0, (progress.pieces + 2000) / WARM_UP, max(0.0, (1.0 - done) / (1.0 - CONSTANT)))


class Trainer:
    """Holds what a checkpoint holds."""

    def __init__(self, options: argparse.Namespace) -> None:
        torch.manual_seed(7)
        self.options = options
        self.work: Path = options.work
        self.corpora = load_corpora(options.data)
        pieces = WordPieces.from_file(options.encoder / "vocab.txt")
        names = make_names(self.corpora, pieces)
        self.maker = InputMaker(pieces, names)
        self.network = make_network(self.corpora, pieces, names, options.encoder)
        if options.start:
            load_shipped(self.network, options.start)
        self.optimiser = make_optimiser(self.network)
        self.progress = Progress(0, 0.0, [0] * len(TASKS), [0] * len(TASKS))
        self.chooser = random.Random(7)
        if options.resume:
            self.load()

    def load(self) -> None:
        """Go on from the newest checkpoint."""
        path = max(self.work.glob("checkpoint-*.pt"), key=lambda path: path.stat().st_mtime)
        state = torch.load(path, weights_only=False)
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.progress = Progress(**state["progress"])
        self.chooser.setstate(state["chooser"])
        torch.set_rng_state(state["torch"])
        print(f"resumed {path.name} at {self.progress}", flush=True)

    def save(self) -> None:
        """Write a checkpoint and drop all but the last two."""
        state: dict[str, Any] = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "progress": asdict(self.progress),
            "chooser": self.chooser.getstate(),
            "torch": torch.get_rng_state(),
            "labels": self.corpora.labels.names,
            "lexicon": sorted(self.maker.names.lexicon),
        }
        path = self.work / f"checkpoint-{self.progress.pieces:09d}.pt"
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").rename(path)
        for old in sorted(self.work.glob("checkpoint-*.pt"))[:-2]:
            old.unlink()

    def masked(self, batch: Batch) -> Batch:
        """Replace a few pieces by [MASK], so that several passes over the same text do not learn it by heart."""
        pieces = batch.rows.pieces
        chosen = (torch.rand(pieces.shape) < MASKED) & batch.rows.piece_mask
        return replace(batch, rows=replace(batch.rows, pieces=pieces.masked_fill(chosen, self.maker.pieces.ids["[MASK]"])))

    def step(self, batch: Batch) -> float:
        """One optimiser step; the loss."""
        share = rate(self.progress, self.options.minutes)
        for group in self.optimiser.param_groups:
            group["lr"] = group["base"] * share
        loss = batch_loss(self.network, self.masked(batch))
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        return float(loss.detach())

    def run(self) -> None:
        """Train until the minutes are over, with a checkpoint every few minutes and a look at dev at even intervals."""
        self.network.train()
        progress, options = self.progress, self.options
        streams = [
            Batches(task, self.corpora.train[TASKS[task]], self.maker, options.budget, options.hide).stream(
                progress.passes[task], progress.positions[task]
            )
            for task in range(len(TASKS))
        ]
        clock = last = time.monotonic()
        next_save, next_look = progress.minutes + options.save, progress.minutes + options.look
        losses: dict[str, float] = dict.fromkeys(TASKS, 0.0)
        steps = read = 0
        while progress.minutes < options.minutes:
            task = self.chooser.choices(range(len(TASKS)), SHARES)[0]
            batch, progress.passes[task], progress.positions[task] = next(streams[task])
            loss = self.step(batch)
            losses[TASKS[task]] = 0.97 * losses[TASKS[task]] + 0.03 * loss if losses[TASKS[task]] else loss
            progress.pieces += batch.size
            steps, read = steps + 1, read + batch.size
            now = time.monotonic()
            progress.minutes += (now - clock) / 60
            clock = now
            if steps % 50 == 0:
                shown = " ".join(f"{name} {value:.3f}" for name, value in losses.items())
                speed = read / (now - last)
                print(f"{progress.minutes:6.1f} min {progress.pieces:9d} pieces {speed:5.0f}/s {shown}", flush=True)
                last, read = now, 0
            if progress.minutes >= next_save:
                self.save()
                next_save = progress.minutes + options.save
            if progress.minutes >= next_look:
                self.look(count=options.windows, hide_names=False)
                next_look = progress.minutes + options.look
        self.save()
        for hide_names in (False, True):
            self.look(count=None, hide_names=hide_names)

    def look(self, *, count: int | None, hide_names: bool) -> None:
        """Append a row of development scores to curve.csv."""
        scores = evaluate(self.network, self.corpora.dev, self.maker, count=count, hide_names=hide_names)
        path = self.work / "curve.csv"
        new = not path.exists()
        with path.open("a", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            if new:
                writer.writerow(["minutes", "pieces", "windows", "names", *COLUMNS])
            kind = "hidden" if hide_names else "seen"
            row = [round(self.progress.minutes, 1), self.progress.pieces, count or "all", kind]
            writer.writerow([*row, *(scores[column] for column in COLUMNS)])
        print(f"dev {scores}", flush=True)


def read_options(arguments: list[str]) -> argparse.Namespace:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with MiniLM's model.safetensors and vocab.txt")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and curve.csv")
    parser.add_argument("--minutes", type=float, default=120.0, help="training time; the rate decays over its last 45 %%")
    parser.add_argument("--budget", type=int, default=900, help="word-pieces a batch")
    parser.add_argument("--save", type=float, default=4.0, help="minutes between checkpoints")
    parser.add_argument("--look", type=float, default=14.0, help="minutes between looks at dev")
    parser.add_argument("--windows", type=int, default=120, help="dev windows a task at each look")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--hide", type=float, default=0.5, help="share of training windows whose unknown names are hidden")
    parser.add_argument("--start", type=Path, default=None, help="start from the weights of this model folder instead of MiniLM's")
    parser.add_argument("--resume", action="store_true")
    return parser.parse_args(arguments)


def main() -> None:
    """Entry point."""
    options = read_options(sys.argv[1:])
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    Trainer(options).run()


if __name__ == "__main__":
    main()
