"""Customer replies in other languages than English, as frozen values."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class CustomerReply:
    """What to tell the customer about a problem (an id), in a language (an id).

    It has `temporary` or `permanent` exactly where the problem's English reply has them.
    """

    problem: str
    language: str
    read_by_native: str
    temporary: str | None = None
    permanent: str | None = None

    @property
    def key(self):
        """`de/mailbox-full`."""
        return f"{self.language}/{self.problem}"

    @property
    def file(self):
        """The file to edit, from the root of the project."""
        return f"catalog/replies-in/{self.key}.yml"

    @property
    def is_read_by_native(self):
        """Whether a native speaker has read it."""
        return self.read_by_native == "yes"
