"""What each task asks of the network, and how far off the network is."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from corpora import IGNORE
from network import Network
from windows import Batch

# What Worldwide Newswire calls sentences are often whole paragraphs.
WITH_SENTENCES = ("attribution", "syntax")
SENTENCE_WEIGHT = 0.3
LINK_WEIGHT = 0.5


def batch_loss(network: Network, batch: Batch) -> Tensor:
    """Summed mean losses of the heads that the batch has labels for."""
    words = network.words(batch.rows)
    total = SENTENCE_WEIGHT * sentence_loss(network, words, batch) if batch.task in WITH_SENTENCES else words.new_zeros(())
    for column, head in network.tags.items():
        if column in batch.columns:
            total = total + functional.cross_entropy(head(words).flatten(0, 1), batch.columns[column].flatten(), ignore_index=IGNORE)
    if "link" in batch.columns:
        scores = mask_padding(network.link(words), batch.rows.word_mask)
        total = total + LINK_WEIGHT * _position_loss(scores, batch.columns["link"])
    if "heads" in batch.columns:
        total = total + tree_loss(network, words, batch)
    return total


def sentence_loss(network: Network, words: Tensor, batch: Batch) -> Tensor:
    """Whether a sentence starts at each word; the first word of a window is no question."""
    logits = network.tags["sentence"](words).squeeze(-1)[:, 1:]
    if not logits.numel():
        return words.new_zeros(())
    starts = (batch.sentence[:, 1:] != batch.sentence[:, :-1]).to(logits.dtype)
    return functional.binary_cross_entropy_with_logits(logits[batch.rows.word_mask[:, 1:]], starts[batch.rows.word_mask[:, 1:]])


def tree_loss(network: Network, words: Tensor, batch: Batch) -> Tensor:
    """Heads within the word's own sentence, and relations at the right head."""
    heads = batch.columns["heads"]
    loss = _position_loss(within_sentence(network.arc(words), batch.sentence), heads)
    known = heads >= 0
    dependent, head = network.relation.vectors(words)
    right = head.gather(1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, head.shape[-1]))
    scores = network.relation.score(dependent[known], right[known])
    return loss + functional.cross_entropy(scores, batch.columns["relation"][known], ignore_index=IGNORE)


def within_sentence(scores: Tensor, sentence: Tensor) -> Tensor:
    """Scores [B,W,W+1] with minus infinity where the head stands in another sentence; the root is open to all."""
    same = sentence.unsqueeze(2) == sentence.unsqueeze(1)
    return scores.masked_fill(~functional.pad(same, (1, 0), value=True), -1e4)


def mask_padding(scores: Tensor, word_mask: Tensor) -> Tensor:
    """Scores [B,W,W+1] with minus infinity at padding columns."""
    return scores.masked_fill(~functional.pad(word_mask, (1, 0), value=True).unsqueeze(1), -1e4)


def _position_loss(scores: Tensor, targets: Tensor) -> Tensor:
    known = targets >= 0
    if not bool(known.any()):
        return scores.new_zeros(())
    picked: Tensor = functional.cross_entropy(scores[known], targets[known])
    return picked


def no_gradient_scores(network: Network, batch: Batch) -> dict[str, Tensor]:
    """Arg-max predictions [B,W] of the heads that the batch has labels for."""
    found: dict[str, Tensor] = {}
    with torch.no_grad():
        words = network.words(batch.rows)
        found["sentence"] = network.tags["sentence"](words).squeeze(-1) > 0
        for column, head in network.tags.items():
            if column in batch.columns:
                found[column] = head(words).argmax(-1)
        if "link" in batch.columns:
            found["link"] = mask_padding(network.link(words), batch.rows.word_mask).argmax(-1)
        if "heads" in batch.columns:
            found["heads"] = within_sentence(network.arc(words), batch.sentence).argmax(-1)
            dependent, sides = network.relation.vectors(words)
            chosen = sides.gather(1, found["heads"].unsqueeze(-1).expand(-1, -1, sides.shape[-1]))
            relations = network.relation.score(dependent.flatten(0, 1), chosen.flatten(0, 1))
            found["relation"] = relations.argmax(-1).view_as(found["heads"])
    return found
