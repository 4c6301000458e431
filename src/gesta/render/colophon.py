"""The end of a report: links, standing relations, warnings, leftovers, versions."""

from __future__ import annotations

from gesta.render.markup import Html, el
from gesta.render.phrases import plainly, standing
from gesta.render.sheet import Sheet


def colophon(sheet: Sheet) -> Html:
    """Links, relations, warnings, leftovers, versions."""
    report, made = sheet.report, sheet.report.made
    ties = [
        el("li", sheet.chip(t.source), f" {plainly(t.kind)} ", sheet.chip(t.target), " ", quoted(sheet, t.evidence)) for t in report.links
    ]
    relations = [el("li", sheet.named(r.source), f" {standing(r.kind)} ", sheet.named(r.target), " ", quoted(sheet, r.evidence), " ",
                   [sheet.chip(s) for s in r.statements]) for r in report.relations]  # fmt: skip
    warnings = [el("li", el("code", w.code), " ", w.text, " ", quoted(sheet, w.span)) for w in report.warnings]
    left = [
        el("li", quoted(sheet, item.span), " ", item.why, data_i=sheet.anchor(f"left{n}"), tabindex="0")
        for n, item in enumerate(report.leftovers, 1)
    ]
    groups_ = (("Links", ties), ("Standing relations", relations), ("Warnings", warnings), ("Leftovers: seen and not coded", left))
    lists = [el("div", sheet.heading(1, title, class_="minor"), el("ul", items)) for title, items in groups_ if items]
    versions = f"record {made.record} · gesta {made.gesta} · model {made.model} · codebook {made.codebook} · gazetteer {made.gazetteer}"
    article = report.article
    known: tuple[str | None, ...] = (
        f"Report {report.id[:16]}", report.revision_of and f"revises {report.revision_of[:16]}", f"text {report.text_sha256[:16]}",
        article.source_id and f"source id {article.source_id}", f"retrieved {article.retrieved.isoformat()}" if article.retrieved else None,
        article.language and f"language {article.language}", versions,
    )  # fmt: skip
    save = el("button", "Save this record as JSON", type="button", class_="save scripted", data_report=sheet.prefix)
    return el(
        "footer",
        el("div", lists, class_="rest") if lists else None,
        el("p", " · ".join(filter(None, known)), class_="versions"),
        save,
        class_="colophon",
    )


def quoted(sheet: Sheet, span: tuple[int, int] | None) -> Html | None:
    """The words of a span."""
    return el("q", " ".join(sheet.text[max(0, span[0]) : max(0, span[1])].split()), dir="auto") if span else None
