"""The descent of reports as the rows that a store keeps, each with its evidence in words."""

from __future__ import annotations

from collections.abc import Iterable

from gesta.linking.borrowing import Borrowing
from gesta.linking.independence import Descent, descents
from gesta.linking.newsrooms import newsroom_key
from gesta.linking.printings import printing_of
from gesta.model import Filing, Origin


def origins(filings: Iterable[Filing]) -> tuple[Origin, ...]:
    """One row for each filed report, by report id; ValueError where one is filed twice.

    `of` is the report that a copy goes back to; of an original the agency that wrote it where its outlet did not, else None.
    """
    filed = {filing.id: filing for filing in filings}.values()
    found = descents(printing_of(filing) for filing in filed)
    outlets = {filing.id: filing.outlet for filing in filed}
    return tuple(origin_row(found[report], outlets[report]) for report in sorted(found))


def origin_row(descent: Descent, outlet: str | None) -> Origin:
    """The row of one report."""
    own = descent.group == descent.report
    written = descent.newsroom if own and descent.newsroom and newsroom_key(descent.newsroom) != newsroom_key(outlet or "") else None
    leading = descent.leading
    return Origin(
        report=descent.report,
        group=descent.group,
        kind="original" if own or leading is None else leading.kind,
        of=written if own else descent.group,
        why=" ".join(filter(None, ("" if own or leading is None else evidence(leading), named(descent)))),
    )


def evidence(borrowing: Borrowing) -> str:
    """What was measured, as a sentence."""
    credit = f", credits {borrowing.credit}" if borrowing.credit else ""
    if borrowing.kind == "identical":
        return f"The same text as {borrowing.earlier}{credit}."
    return (
        f"{borrowing.of_later:.0%} of its own words stand in {borrowing.earlier}, {borrowing.of_earlier:.0%} of whose words it has,"
        f" in {borrowing.runs} run{'' if borrowing.runs == 1 else 's'}, the longest of {borrowing.longest} words{credit}."
    )


def named(descent: Descent) -> str:
    """Which newsrooms the report credits, and which stories it was put together from."""
    credit = f"It names {', '.join(descent.named)}." if descent.named else ""
    others = [origin for origin in descent.origins[1:] if origin != descent.report]
    return " ".join(filter(None, (credit, f"Parts of it go back to {', '.join(others)}." if others else "")))
