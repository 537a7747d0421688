"""The lookup: a text that somebody pasted or typed -> what it means.

docs/assets/lookup/diagnose.js does the same in the browser, from the same index.
"""

import math

from generator.lookup import pick, questions, tiers
from generator.lookup.codes import code_features, codes_in, pages_of
from generator.lookup.model import ASIDE, Model
from generator.lookup.normalise import words_of
from generator.lookup.phrases import Phrases
from generator.lookup.reasons import parts_that_decided
from generator.lookup.templates import NEARLY_ALL, Templates
from generator.lookup.typed import Typed, is_typed

SHARPNESS = 16.0  # how much a distance to the boundary says, against the phrases
WORDING = 4.0  # how much a known wording says that explains the text
WHOLE = 18.0  # how much it says if the text is nothing else, with the same codes
COMMON = 0.6  # what a problem that is met often has ahead of the others
CLAIMED = 3.0  # what a code's first problem has ahead where no word is known
FEW = 3  # problems for which a code stands; each of so few has that ahead whatever is said
A_WORD = 8.0  # the weight of known words below which a reply says nothing by itself
MANY_WORDS = 24.0  # the same from which on a code adds nothing to what is said
BOUNDARY = 0.0  # the distance that a sure answer without a code has at least
UNLIKE = -0.53  # the distance below which a text is hardly like any that is known
HIDDEN = 1.0  # what an answer loses that says only that the reply is hidden
OTHER_SPEAKER = 8.0  # what a problem loses that only somebody else tells of
LITTLE = 14.0  # the weight of known words below which a text without its frames says nothing
CLEARLY = 1.0  # what speaks for one wording beyond what speaks for another
SHOWN = 6  # results
MOST_REPORTS = 20


class Engine:
    """The index, ready to be asked."""

    def __init__(self, index, entries=None, names=None):
        """Takes the plain values of `index.json` and, once they have come, of `names.json`, and
        with it a list of those of the parts of `entries.json`.
        """
        self.codes = pages_of(index)
        self.problems = [problem["id"] for problem in index["problems"]]
        self.groups = index["groups"]
        self.numbers = frozenset(index["knownNumbers"].split(" "))
        self.model = Model(index, names["further"] if names else None)
        self.phrases = Phrases(index, self.model.words, self.model.rarity)
        known = names and entries
        self.templates = Templates(entries, names, self.model.rarity) if known else None
        self.typed = Typed(names) if names else None
        self._common = index["common"]
        self._patterns = pick.compiled(index["pick"], names["pick"] if names else {})
        self._of_programs = set(index["ofPrograms"])
        self._hidden = index["hidden"]

    def diagnose(self, text):
        """{"reports": [{"recipient", "tier", "group", "notes", "results"}]}: one for each recipient
        where there are several.
        """
        if is_typed(text):
            found = questions.answer(self, text)
            if found:
                return {"reports": [{"recipient": None, **found}]}
        return {
            "reports": [
                {"recipient": picked.recipient, **self.report(picked)}
                for picked in self.picked(text)
            ]
        }

    def picked(self, text):
        """What a pasted text holds: a `Picked` for each recipient."""
        return pick.reports(text, self._patterns)[:MOST_REPORTS]

    def codes_in(self, picked):
        """The enhanced code and the reply code that the lines hold, as far as they hold any."""
        reply, enhanced = codes_in(picked.deciding, self.codes)
        if not (reply or enhanced):
            reply, enhanced = codes_in(picked.others, self.codes)
        return tuple(code for code in (enhanced, reply) if code)

    def report(self, picked, typed_codes=(), typed_senders=(), words=None):
        """What one `Picked` means; `words` makes words of a line."""
        words = words or self.words
        codes = list(self.codes_in(picked) or typed_codes)
        lines = [(words(line), 1.0) for line in picked.deciding]
        aside = ASIDE if self.model.known(lines) >= A_WORD else 1.0
        lines += [(words(line), aside) for line in picked.others]
        senders = self.templates.senders(picked.text) if self.templates else set()
        senders |= set(typed_senders)
        whole = [words(line) for line in picked.whole]

        def said(source, lines, least):
            return self.answer(picked, source, lines, codes, senders, whole, least)

        found = said(picked.quotable, lines, tiers.LITTLE)
        if codes or found["tier"] == "sure":
            return found
        # the reporter's own words, which say little if it is a server
        by_server = picked.speaker == "outgoing-server"
        little = self.model.known(lines) < LITTLE and not self.phrases.found(lines)
        if by_server and not little:
            return found
        least = tiers.VERY_LIKELY if by_server else tiers.LIKELY
        other = said(picked.whole, [(found, 1.0) for found in whole], least)
        return other if little or share_of(other) > share_of(found) else found

    def answer(self, picked, source, lines, codes, senders, whole, least):
        """The report for lines of words; `source` are the lines as they stand, `codes` the enhanced
        code and the reply code that were found, `whole` the words with those of the
        reporters; `least` is the share below which the first problem is a mere guess.
        """
        enhanced = next((code for code in codes if "." in code), None)
        reply = next((code for code in codes if "." not in code), None)
        totals, reasons = self.model.scores(lines, code_features(reply, enhanced))
        scores = log_shares([SHARPNESS * total for total in totals])
        for problem in self._common:
            scores[problem] += COMMON
        if codes:
            unsaid = max(0.0, 1.0 - self.model.known(lines) / MANY_WORDS)
            claims = self.claimed(codes[0])
            for problem in claims[:1]:
                scores[problem] += CLAIMED * unsaid
            for problem in claims if len(claims) <= FEW else ():
                scores[problem] += CLAIMED
        phrases = self.phrases.found(lines)
        for problem, (weight, _) in phrases.items():
            scores[problem] += math.log(1 + weight)
        deciding = [words for words, much in lines if much == 1.0]
        matches = []
        if self.templates:
            matches = self.templates.matches(deciding, reply, enhanced, senders)
            if picked.speaker != "outgoing-server" and not any(
                m.explained > NEARLY_ALL for m in matches
            ):
                matches = merged(matches, self.templates.matches(whole, reply, enhanced, senders))
        elsewhere = self._of_programs if picked.speaker == "outgoing-server" else ()
        bonuses = best_of_each(matches, elsewhere)
        for problem, bonus in bonuses.items():
            scores[problem] += bonus
        for number in self._hidden:
            scores[number] -= HIDDEN
        for number in elsewhere:
            scores[number] -= OTHER_SPEAKER
        order = sorted(range(len(scores)), key=lambda number: (-scores[number], number))
        shares = tiers.shares_of(scores)
        # several may say the same, so that it is somebody's whole text makes no answer sure
        careful = list(scores)
        for problem, bonus in bonuses.items():
            careful[problem] -= max(0.0, bonus - WORDING)
        tier, group = tiers.tier_of(tiers.shares_of(careful), order, self.groups)
        known = any(m.problem == order[0] and m.explained > NEARLY_ALL for m in matches)
        # a cause is surely hidden only by a text that is known to hide it
        hides = order[0] in self._hidden and not known
        hardly = not codes and self.model.hardly_knows(lines)
        # nor is a problem sure on whose boundary's other side a text stands
        outside = totals[order[0]] < BOUNDARY and not (codes or known)
        if hides or hardly or (outside and tier == "sure") or order[0] in elsewhere:
            tier, group = "unsure", None
        if not (codes or phrases or matches) and totals[order[0]] < UNLIKE:
            least = tiers.VERY_LIKELY
        tells = codes or phrases or known or self.model.has_evidence(lines)
        if shares[order[0]] < least or not tells:
            tier, group = "none", None
        because = parts_that_decided(picked.text, source, self, reasons, phrases, order[0])
        results = list(self.results(order, shares, matches, codes, tier))
        if results:
            results[0]["because"] = because
        return {
            "tier": tier,
            "group": group,
            "notes": self.notes(codes, order[0], tier),
            "results": results,
        }

    def results(self, order, shares, matches, codes, tier):
        """Yields the results, the best first: problems, each with the best of its wordings."""
        if tier == "none" and not codes:
            return
        shown = []
        done = set()
        for number in order[:SHOWN]:
            if number in done:
                continue
            mine = [match for match in matches if match.problem == number]
            if number == order[0] and mine and (is_shared(mine) or not mine[0].tells):
                shown.append((number, None))
            shown.append((number, mine[0] if mine else None))
            if number == order[0]:
                more = [match for match in matches[:1] if match.problem != number]
                more = [match for match in more if match.explained > NEARLY_ALL]
                if tier == "sure":
                    more = [*more, *mine[1:2]][:1]
                shown.extend((match.problem, match) for match in more)
            done = {about for about, _ in shown}
        for number, match in shown[:SHOWN]:
            yield self.result(number, match, codes, shares[number])

    def result(self, number, match, codes, share):
        """One result: a problem, and the provider's response where the text is one."""
        problem = self.problems[number]
        anchors = (
            [*codes, *(code for code in match.codes if code not in codes)]
            if match and codes
            else codes
        )
        return {
            "page": f"providers/{match.key}/" if match else f"problems/{problem}/",
            "code": codes[0] if codes else None,
            "codes": anchors,
            "problem": problem,
            "provider": match.provider if match else None,
            "response": match.key if match else None,
            "score": rounded(share),
            "because": [],
        }

    def notes(self, codes, first, tier):
        """What else is to be said: that the code stands for something else than the words say."""
        claims = self.claimed(codes[0]) if codes else []
        return ["code-differs"] if claims and tier == "sure" and first not in claims else []

    def claimed(self, code):
        """The problems (numbers) that a code can stand for, the first first."""
        return self.codes[code][1] if code in self.codes else []

    def page_of(self, code):
        """The page of a code; a code inside a range has the range's page."""
        return f"{self.codes[code][0]}/"

    def knows(self, word):
        """Whether a word stands in the index or in some wording."""
        return word in self.model.rarity or bool(self.templates and self.templates.knows(word))

    def words(self, line):
        """The words of a line."""
        return words_of(line, self.numbers)


def share_of(report):
    """The share of a report's first result."""
    return report["results"][0]["score"] if report["results"] else 0.0


def best_of_each(matches, elsewhere):
    """{problem: how much its best wording says}; less for those of which somebody else tells."""
    best = {}
    for match in matches:
        good = (
            WHOLE
            if match.is_whole and match.problem not in elsewhere
            else WORDING * match.explained * match.share
        )
        if good > best.get(match.problem, 0.0):
            best[match.problem] = good
    return best


def is_shared(matches):
    """Whether the first of some matches says no more for its provider than the second for another:
    then the text does not tell whose words it has.
    """
    if len(matches) < 2 or matches[0].provider == matches[1].provider:
        return False
    return matches[0].weight - matches[1].weight < CLEARLY


def merged(matches, more):
    """Two lists of matches as one, the best first; each response once, as it matches best."""
    best = {}
    for match in (*matches, *more):
        if match.key not in best or best[match.key].weight < match.weight:
            best[match.key] = match
    return sorted(best.values(), key=lambda match: (-match.weight, match.key))


def log_shares(scores):
    """Scores as the logarithms of shares of one (softmax)."""
    largest = max(scores)
    together = 0.0
    for score in scores:
        together += math.exp(score - largest)
    total = math.log(together) + largest
    return [score - total for score in scores]


def rounded(share):
    """A share in thousandths, the same in both languages."""
    return int(share * 1000 + 0.5) / 1000
