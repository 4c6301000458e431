"""What a store needs of a database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, Self

from gesta.store.batches import Renewal, Row
from gesta.store.condition import Condition
from gesta.store.schema import Column, Table
from gesta.store.spelling import Columns


class Engine(Protocol):
    """One database. Its errors come out as StoreError; one thread at a time uses it, but for `beside` and `prepared`."""

    spatial: bool  # whether points are found by PostGIS

    def close(self) -> None:
        """Nothing is held any more."""
        ...

    def another(self) -> Self:
        """The same rows for another thread, of a reader; it is closed by itself."""
        ...

    def published(self) -> str:
        """What tells this publishing from every other."""
        ...

    def condition(self) -> Condition:
        """Who keeps the rows, how many bytes they take, and what waits."""
        ...

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows of a statement; `$1` and so on stand for the values. Inside `writing` they show what it wrote."""
        ...

    def stream(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The same, a few at a time, as they stood when the first was asked for; outside `writing`."""
        ...

    def table(self, sql: str, values: Sequence[Any], columns: Sequence[Column]) -> Any:
        """The rows of a statement as a `pyarrow.Table` of these columns."""
        ...

    def beside(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows of a statement over what is kept, for a writer that is `ready`; from any thread, while another one writes."""
        ...

    def ready(self) -> None:
        """What is asked from now on is what was written last; StoreError for a reader."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """A transaction: all that is done inside it is kept, or on an error nothing."""
        ...

    def append(self, table: Table, rows: Iterable[Row]) -> None:
        """The rows stand in the table; inside `writing`."""
        ...

    def prepared(self, table: Table, columns: Columns) -> Any:
        """Rows, whose text is as every engine can keep it, as `take` wants them; by any thread, while another one writes.

        They come column by column, in the table's order.
        """
        ...

    def take(self, table: Table, prepared: Any) -> None:
        """What was prepared stands in the table; inside `writing`."""
        ...

    def withdraw(self, tables: Sequence[Table], which: Sequence[int] | Sequence[str], *, by: str = "seq", erase: bool = False) -> None:
        """The rows with these values, by default those of these filings, are gone from the tables, for readers from the next publishing on.

        Inside `writing`. `erase`: their bytes go with that publishing too.
        """
        ...

    def publish(self, rows: Mapping[Table, Iterable[Row]] | None, ingest: Row | None) -> None:
        """Derived tables hold these rows alone (None: what they held).

        Readers that open the store from now on see all that was written.
        """
        ...

    def renew(self, renewals: Iterable[Renewal], also: Callable[[], None], ingest: Row | None, *, anew: bool) -> None:
        """As `publish`, for a part of what is computed at a time: rows of other items stay, or with `anew` all that was computed is gone.

        `also` is done in the same transaction. StoreCrowded, and nothing is done, where the numbers of the new rows are those of others.
        """
        ...

    def compact(self) -> None:
        """The same rows take no more room than they need. StoreError where something waits to be published."""
        ...
