"""Makes the lookup's index: what was learnt, the phrases, and what the answers say.

`index.json` is enough for a problem and a code; `entries.json`, fetched beside it, names the
provider's response. Both are read by the same engine in the browser and in Python.
"""

import json

from generator.entries.codes import sort_key
from generator.lookup import codes, normalise, pick
from generator.lookup.cases import filled
from generator.lookup.normalise import words_of
from generator.lookup.packing import packed, packed_weight
from generator.lookup.learning import learn
from generator.lookup.training import rarities
from generator.lookup.typed import FILLERS

LONGEST_SIGNATURE = 6  # words by which a wording is known
RARE = 6.0  # the rarity of a word that no example has


def documents(links, folder=None):
    """Yields (path, text) of the two documents; in `folder` is kept what training found."""
    learnt = learn(links, folder)
    for name, document in (("index", index(links, learnt)), ("entries", entries(links, learnt))):
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        yield f"assets/lookup/{name}.json", text + "\n"


def index(links, learnt):
    """What names the problem and the code; `learnt` is what training found."""
    catalogue = links.catalogue
    weights = learnt.weights
    phrases = phrases_of(catalogue, learnt.numbers)
    words = sorted(
        {word for feature in weights for word in feature.split(" ")}
        | {word for phrase in phrases for word in phrase}
    )
    book = Book(words, list(catalogue.problems), learnt.rarity)
    largest = max(abs(weight) for row in weights.values() for weight in row.values())
    return {
        "normalise": normalise.PATTERNS,
        "codePatterns": codes.PATTERNS,
        "fillers": sorted(FILLERS),
        "knownNumbers": sorted(learnt.numbers),
        "commonNames": sorted(normalise.COMMON_NAMES),
        "pick": pick.patterns(catalogue.reporters),
        "words": " ".join(words),
        "rarity": "".join(packed(book.eighths(word), 1) for word in words),
        "largest": largest,
        "features": " ".join(
            book.feature(feature, row, largest) for feature, row in sorted(weights.items())
        ),
        "bias": [learnt.bias[problem] for problem in book.problems],
        "phrases": " ".join(book.phrase(*item) for item in sorted(phrases.items())),
        "problems": [
            problem_card(catalogue.problems[problem], links.advice) for problem in book.problems
        ],
        "codes": codes_of(catalogue, book.problems),
        "groups": [
            {
                "problems": [book.problems.index(member) for member in group.members],
                "name": group.name,
                "question": group.question,
            }
            for group in catalogue.groups
        ],
    }


class Book:
    """The numbers by which an index names words and problems."""

    def __init__(self, words, problems, rarity):
        """Takes the words and the problems' ids in their order, and the rarities of features."""
        self.problems = problems
        self._words = {word: number for number, word in enumerate(words)}
        self._problems = {problem: number for number, problem in enumerate(problems)}
        self._rarity = rarity

    def eighths(self, feature):
        """How rare a feature is, in eighths."""
        return int(8 * self._rarity.get(feature, RARE))

    def spelled(self, words):
        """Words as numbers of two digits each."""
        return "".join(packed(self._words[word], 2) for word in words)

    def feature(self, feature, row, largest):
        """A word or two, `!`, its rarity, and a digit for each problem with a digit for its weight."""
        weights = "".join(
            packed(self._problems[problem], 1) + packed_weight(weight, largest)
            for problem, weight in sorted(row.items())
        )
        return f"{self.spelled(feature.split(' '))}!{packed(self.eighths(feature), 1)}{weights}"

    def phrase(self, words, shares):
        """Words, `!`, and a digit for each problem with a digit for its share in ninetieths."""
        claims = "".join(
            packed(self._problems[problem], 1) + packed(round(90 * share), 1)
            for problem, share in shares.items()
        )
        return f"{self.spelled(words)}!{claims}"


def phrases_of(catalogue, numbers):
    """{words: {problem: share}}: what servers say for a problem, shared where several claim it."""
    claims = {}
    for problem in catalogue.problems.values():
        foreign = (text for texts in problem.phrases_in.values() for text in texts)
        for text in (*problem.phrases, *foreign):
            claims.setdefault(tuple(words_of(text, numbers)), []).append(problem.id)
    for code in catalogue.codes.values():
        for reference in code.problems:
            for text in reference.words:
                claims.setdefault(tuple(words_of(text, numbers)), []).append(reference.problem)
    claims.pop((), None)
    return {
        words: {problem: found.count(problem) / len(found) for problem in sorted(set(found))}
        for words, found in claims.items()
    }


def problem_card(problem, advice):
    """What the answer says of a problem."""
    answers = problem.answers
    return {
        "id": problem.id,
        "name": problem.name,
        "what": answers.what,
        "who": list(answers.who),
        "retry": answers.retry,
        "permanent": answers.permanent,
        "step": next(iter(advice.remedy_of(problem).values()))[0],
        "spokenBy": list(problem.spoken_by),
        "breaksAt": list(problem.breaks_at),
    }


def codes_of(catalogue, problems):
    """Every code that a text can hold: a digit for each problem that it can stand for, and behind a
    blank the code of its page where that is another one.
    """
    return {
        code: "".join(
            packed(problems.index(one.problem), 1) for one in catalogue.codes[page].problems
        )
        + (f" {page}" if page != code else "")
        for code, page in sorted(catalogue.members.items(), key=lambda item: sort_key(item[0]))
        if not catalogue.codes[page].is_folklore or code[0] in "45"
    }


def provider_card(provider):
    """How a provider is called and recognised."""
    recognise = provider.recognise
    return {
        "id": provider.id,
        "name": provider.name,
        "names": list(provider.other_names),
        "hosts": list(recognise.hosts) if recognise else [],
        "marks": list(recognise.marks) if recognise else [],
    }


def entries(links, learnt):
    """What names the provider's response: of each, its id, codes, problem and signatures."""
    catalogue = links.catalogue
    counts = {}
    wordings = {}
    for response in catalogue.responses.values():
        wordings[response.key] = [
            words_of(filled(catalogue, text), learnt.numbers)
            for text in (response.text, *response.variants)
        ]
        for words in wordings[response.key]:
            for word in set(words):
                counts[word] = counts.get(word, 0) + 1
    rarity = rarities(counts, sum(len(found) for found in wordings.values()))
    signatures = {
        key: [signature(words, rarity) for words in found] for key, found in wordings.items()
    }
    words = sorted({word for found in signatures.values() for one in found for word in one})
    book = Book(words, list(catalogue.problems), rarity)
    providers = {
        provider.id: provider_card(provider) | {"responses": []}
        for provider in catalogue.providers.values()
    }
    for key, response in catalogue.responses.items():
        spelled = " ".join(dict.fromkeys(book.spelled(one) for one in signatures[key] if one))
        number = book.problems.index(response.problem)
        providers[response.provider]["responses"].append(
            [response.id, number, " ".join(response.codes), spelled]
        )
    return {
        "words": " ".join(words),
        "rarity": "".join(packed(book.eighths(word), 1) for word in words),
        "providers": list(providers.values()),
        "titles": [[page, " ".join(dict.fromkeys(words))] for page, words in titles_of(links)],
    }


def titles_of(links):
    """Yields (page, words of its title) for what is found by its name."""
    catalogue = links.catalogue
    for code in catalogue.codes.values():
        yield code.address, words_of(code.name)
    for entries in (catalogue.categories, catalogue.classes, catalogue.subjects):
        for entry in entries.values():
            yield entry.address, words_of(entry.name)
    for command in catalogue.commands:
        yield f"session/#{command.id}", words_of(command.name)


def signature(words, rarity):
    """The words by which a wording is known: the rarest, in the order of the text."""
    kept = sorted(set(words), key=lambda word: (-rarity[word], word))[:LONGEST_SIGNATURE]
    return [word for word in dict.fromkeys(words) if word in kept]
