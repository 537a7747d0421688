"""Asks for what an entry needs, field by field, and checks every answer when it is given.

Answers are a flat dict: `{"name": ..., "sources.0.title": ..., "phrases": "one | two"}`. So a draft
is the answers so far, and what is given with the command is an answer like any other.
"""

import re
from datetime import date

BETWEEN = " | "  # the items of a list in one answer


class Interview:
    """The questions for one entry, in the order of its schema."""

    def __init__(self, schemas, kind, answers, ask, fault, also=()):
        """`ask(question)` returns what somebody typed, or is None: then nothing is asked and
        `missing` lists what would have been. `fault(field)` says what is wrong with the answer for
        a field, or returns None. `also` are fields of the entry that are needed although its
        schema leaves them open.
        """
        self.schemas, self.kind, self.answers, self.also = schemas, kind, answers, also
        self.ask, self.fault, self.missing = ask, fault, []

    def run(self):
        """Completes the answers."""
        self._group(self.kind, self.schemas.by_name[self.kind], "")

    def _group(self, home, schema, prefix):
        needed = schema.get("required", ())
        if not needed and not self._needed(prefix):
            needed = self._chosen(schema, prefix)
        for field, part in schema["properties"].items():
            name = prefix + field
            there, target = self.schemas.resolve(home, part)
            wanted = field in needed or field in self._needed(prefix)
            if not (wanted or name in self.answers or self._given(f"{name}.")):
                continue
            told = part.get("description") or self.schemas.description(there, target)
            if target.get("type") == "object":
                self._group(there, target, f"{name}.")
            elif target.get("type") == "array":
                self._list(there, target, name, told)
            else:
                self._text(target, name, told)

    def _given(self, prefix):
        return any(name.startswith(prefix) for name in self.answers) if prefix else False

    def _needed(self, prefix):
        """The fields that are needed here by a rule, not by the schema: it depends on what was
        answered before.
        """
        if not prefix and self.also:
            return self.also
        code = self.answers.get("code", "")
        if self.kind == "reply" and not prefix:
            if self.answers.get("kind") == "folklore":
                return ("answers", "claim", "origin", "instead")
            return ("meanings", *(("answers", "problems") if code[:1] in "45" else ()))
        if self.kind == "enhanced" and not prefix:
            if self.answers.get("status") == "unregistered":
                return ("owner",)
            return ("reply_codes", "registered_classes", "document", "section", "covers")
        if found := re.fullmatch(r"classes\.([245])\.", prefix):
            note = ("basis_note",) if self.answers.get(f"{prefix}basis") == "practice" else ()
            return (*note, *(("answers", "problems") if found[1] in "45" else ()))
        if prefix == "source." and self.kind == "response":
            return ("url",)
        if prefix.endswith("answers.") and self.answers.get(f"{prefix}permanent") == "depends":
            return ("because",)
        if prefix == "remedy." and self.kind == "problem":
            who = self.answers.get("answers.who", "").split(BETWEEN)
            return [person for person in who if person not in ("nobody", "")]
        return ()

    def _chosen(self, schema, prefix):
        """The fields of a group that requires none, but some: those that somebody chooses."""
        fields = schema["properties"]
        if {"document", "url"} <= fields.keys():
            return self._source(prefix)
        if not schema.get("minProperties") or self._given(prefix):
            return ()
        told = f"which of {', '.join(fields)}"
        if self.ask is None:
            self.missing.append((prefix.rstrip("."), told))
            return ()
        while True:
            chosen = self.ask(f"{prefix.rstrip('.')} ({told}; separate them with '{BETWEEN}'): ")
            chosen = [word for word in re.split(r"[ |,]+", chosen) if word]
            if chosen and set(chosen) <= fields.keys():
                return chosen
            self.ask_again(f"write some of {', '.join(fields)}")

    def _source(self, prefix):
        """A source is a document with its section, or a page with its title and address."""
        if self._given(prefix):
            return ("section",) if f"{prefix}document" in self.answers else ("title", "url")
        if self.ask is None:
            self.missing.append((f"{prefix}document", "or title and url: where it can be read"))
            return ()
        question = f"{prefix}document (such as RFC 5321; nothing for a web page): "
        while answer := self.ask(question).strip():
            self.answers[f"{prefix}document"] = answer
            if not (fault := self.fault(f"{prefix}document")):
                return ("section",)
            del self.answers[f"{prefix}document"]
            self.ask_again(fault)
        return ("title", "url")

    def ask_again(self, fault):
        """Says why an answer cannot be taken."""
        print(f"  {fault}")

    def _text(self, schema, name, told):
        if name in self.answers:
            return
        options = schema.get("enum", ())
        if not all(option in told for option in options):
            told = f"{told}; one of {', '.join(options)}"
        if self.ask is None:
            self.missing.append((name, told))
            return
        usual = date.today().isoformat() if told.startswith("a date") or "checked" in name else ""
        shown = f"{name} ({told}{f'; Enter for {usual}' if usual else ''}): "
        while True:
            answer = self._lines(shown) if name.endswith("example") else self.ask(shown).strip()
            self.answers[name] = answer or usual
            if not (fault := self.fault(name)):
                return
            del self.answers[name]
            self.ask_again(fault)

    def _lines(self, shown):
        """An answer of several lines; an empty one ends it."""
        lines = [self.ask(f"{shown}(an empty line ends it)\n")]
        while lines[-1]:
            lines.append(self.ask(""))
        return "\n".join(lines).rstrip()

    def _list(self, home, schema, name, told):
        home, inner = self.schemas.resolve(home, schema["items"])
        if inner.get("type") == "object":
            self._groups(home, inner, name, told)
        elif name not in self.answers:
            if inner.get("enum") and not all(option in told for option in inner["enum"]):
                told = f"{told}; from {', '.join(inner['enum'])}"
            told = f"{told}; separate items with '{BETWEEN}'"
            if self.ask is None:
                self.missing.append((name, told))
                return
            while True:
                self.answers[name] = self.ask(f"{name} ({told}): ").strip()
                if not (fault := self.fault(name)):
                    return
                del self.answers[name]
                self.ask_again(fault)

    def _groups(self, home, inner, name, told):
        """A list of groups, `name.0.field`: at least one, and more as long as somebody wants."""
        position = 0
        if self.ask is not None and not self._given(f"{name}."):
            print(f"{name}: {told}")
        while True:
            self._group(home, inner, f"{name}.{position}.")
            position += 1
            if self._given(f"{name}.{position}."):
                continue
            if self.ask is None or self.ask(f"one more of '{name}'? (y or Enter for no): ") != "y":
                return
