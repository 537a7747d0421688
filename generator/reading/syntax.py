"""Faults of YAML files, in the words of somebody who does not know YAML, at the place where they
begin.
"""

import re

from generator.reading.mistakes import Refusal

INDENT = re.compile(r"^ *[\u00a0\u2007\u202f\u3000]")
NO_BREAK = "[\u00a0\u2007\u202f\u3000]"
FIELD = re.compile(r"^( *(?:- )?)([a-z_0-9-]+):(\S.*)?$")
QUOTED = re.compile(r'^ *(?:- )?(?:[A-Za-z_0-9-]+: +)?(["\'])')

WRONG_INDENT = "this line is not indented like those beside it; indent it as they are"


def explained(text, error):
    """A `Refusal` for a syntax error of PyYAML: where it begins, what it is, what to do."""
    problem = (error.problem or "not readable as YAML").strip()
    mark = error.problem_mark or error.context_mark
    at = mark.line
    lines = text.split("\n")
    start = error.context_mark.line if error.context_mark else at
    for fault in (no_break_space, open_quote, quote_inside, no_space):
        if told := fault(lines, min(start, at), at):
            return Refusal(*told)
    if error.context and "flow" in error.context and (opened := open_bracket(lines, at)):
        line, column, bracket = opened
        closing = {"[": "]", "{": "}"}[bracket]
        told = (
            f"the bracket '{bracket}' that opens here is not closed; add '{closing}', "
            "or put the value in double quotes"
        )
        return Refusal(line, column, told)
    if "unknown escape character" in problem:
        told = "a backslash inside double quotes; write two of them"
        return Refusal(at + 1, mark.column + 1, told)
    own = lines[at][: mark.column] if at < len(lines) else ""
    if "mapping values are not allowed" in problem and re.fullmatch(r" *[a-z0-9_-]+", own):
        told = WRONG_INDENT
        return Refusal(at + 1, 1, told)
    if "mapping values are not allowed" in problem:
        told = "a colon inside a value; put the whole value in double quotes"
        return Refusal(at + 1, mark.column + 1, told)
    if "could not find expected ':'" in problem:
        told = (
            "a line without 'name: value'; "
            "add the colon, or indent the line under the value it continues"
        )
        return Refusal(start + 1, error.context_mark.column + 1 if error.context_mark else 1, told)
    if "cannot start any token" in problem:
        character = lines[at][mark.column : mark.column + 1]
        told = f"a value cannot begin with '{character}'; put the whole value in double quotes"
        return Refusal(at + 1, mark.column + 1, told)
    if at < len(lines) and (told := bad_indent(lines, at)):
        return Refusal(at + 1, mark.column + 1, told)
    told = (
        f"not readable as YAML: {problem}; "
        "check the indentation and the quotation marks around here"
    )
    return Refusal(min(at, len(lines) - 1) + 1, mark.column + 1, told)


def no_break_space(lines, start, at):
    """A no-break space where YAML wants an ordinary one: in the indent, or behind a colon."""
    for number in around(lines, start, at):
        if INDENT.match(lines[number]) or re.match(
            rf"^ *(?:- ?)?[a-z_-]+:{NO_BREAK}", lines[number]
        ):
            column = re.search(NO_BREAK, lines[number]).start() + 1
            return number + 1, column, "a no-break space; type an ordinary space in its place"
    return None


def open_quote(lines, start, at):
    """A quotation mark that opens a value and is not closed on its line or as its end."""
    for number in around(lines, start, at):
        if not (found := QUOTED.match(lines[number])):
            continue
        mark, column = found[1], found.start(1)
        rest = lines[number][column + 1 :]
        bare = rest.replace("\\\\", "").replace('\\"', "").replace("''", "")
        if mark not in bare and not closes_below(lines, number, mark):
            told = (
                "the quotation mark that opens here is never closed; "
                f"add {mark} at the end of the value"
            )
            return number + 1, column + 1, told
    return None


def closes_below(lines, number, mark):
    """Whether a quoted value goes on below, in indented lines, and is closed there."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    for line in lines[number + 1 :]:
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            return False
        if line.rstrip().endswith(mark):
            return True
    return False


def quote_inside(lines, start, at):
    """A quotation mark inside a quoted value, which ends it too early."""
    for number in around(lines, start, at):
        if not (found := QUOTED.match(lines[number])):
            continue
        mark, column = found[1], found.start(1)
        inside = lines[number][column + 1 :].rstrip()
        bare = (
            inside.replace("\\\\", "  ").replace('\\"', "  ")
            if mark == '"'
            else inside.replace("''", "  ")
        )
        end = bare.find(mark)
        behind = bare[end + 1 :].strip() if end >= 0 else ""
        if end >= 0 and behind and not behind.startswith(("#", ",", "]", "}", ":")):
            written = '\\"' if mark == '"' else "''"
            told = f"a quotation mark inside a quoted value; write {written} in its place"
            return number + 1, column + end + 2, told
    return None


def no_space(lines, start, at):
    """A colon or a hyphen without the space behind it."""
    for number in around(lines, start, at):
        line = lines[number]
        found = FIELD.match(line)
        if found and found[3] and not found[3].startswith("//"):
            told = f"no space after the colon; write '{found[2]}: {found[3][:40]}'"
            return number + 1, len(found[1]) + len(found[2]) + 1, told
        if found := re.match(r"^( *)-([^\s-].*)", line):
            told = f"no space after the hyphen; write '- {found[2][:40]}'"
            return number + 1, len(found[1]) + 1, told
    return None


def open_bracket(lines, at):
    """The (line, column, bracket) of the last bracket that is open at the end of line `at`."""
    stack = []
    for number, line in enumerate(lines[: at + 1], 1):
        bare = re.sub(r'"(?:[^"\\]|\\.)*"', lambda found: " " * len(found[0]), line)
        for column, character in enumerate(bare, 1):
            if character in "[{":
                stack.append((number, column, character))
            elif character in "]}" and stack:
                stack.pop()
    return stack[-1] if stack else None


def bad_indent(lines, at):
    """A line that is indented otherwise than its neighbours."""
    here = len(lines[at]) - len(lines[at].lstrip())
    above = next((line for line in reversed(lines[:at]) if line.strip()), "")
    if lines[at].strip() and here != len(above) - len(above.lstrip()):
        return WRONG_INDENT
    return None


def around(lines, start, at):
    """The numbers of the lines where a fault that was met at `at` may begin."""
    return range(max(start - 1, 0), min(at + 1, len(lines)))
