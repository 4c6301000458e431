"""Disjoint sets of numbers."""

from __future__ import annotations


class Unions:
    """Numbers that belong together; the least stands for its group."""

    def __init__(self, size: int) -> None:
        """Each number alone."""
        self.parent = list(range(size))

    def find(self, number: int) -> int:
        """The number that stands for the group."""
        while self.parent[number] != number:
            self.parent[number] = number = self.parent[self.parent[number]]
        return number

    def join(self, one: int, other: int) -> int:
        """The two groups are one; answers the number that stands for it."""
        one, other = sorted((self.find(one), self.find(other)))
        self.parent[other] = one
        return one
