"""Makes the lookup's index: what was learnt, the phrases, and what the answers say.

`index.json` is enough for a problem and a code; `entries.json`, fetched beside it, names the
provider's response. Both are read by the same engine in the browser and in Python.
"""

import json

from generator.entries.codes import sort_key
from generator.lookup import normalise, pick
from generator.lookup.cases import filled
from generator.lookup.examples import examples
from generator.lookup.normalise import words_of
from generator.lookup.packing import packed, packed_weight
from generator.lookup.training import rarities, train

KEPT_WEIGHTS = 5000  # the largest; more do not find more
LONGEST_SIGNATURE = 6  # words by which a wording is known
RARE = 6.0  # the rarity of a word that no example has


def documents(links):
    """Yields (path, text) of the two documents."""
    learnt = train(list(examples(links)))
    for name, document in (("index", index(links, learnt)), ("entries", entries(links, learnt))):
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        yield f"assets/lookup/{name}.json", text + "\n"


def index(links, learnt):
    """What names the problem and the code; `learnt` are the model and the rarities of features."""
    catalogue = links.catalogue
    model, rarity = learnt
    weights = largest_weights(model, rarity)
    phrases = phrases_of(catalogue)
    words = sorted(
        {word for feature in weights for word in feature.split(" ")}
        | {word for phrase in phrases for word in phrase}
    )
    book = Book(words, list(catalogue.problems), rarity)
    largest = max(abs(weight) for row in weights.values() for weight in row.values())
    return {
        "normalise": normalise.PATTERNS,
        "knownNumbers": sorted(normalise.KNOWN_NUMBERS),
        "commonNames": sorted(normalise.COMMON_NAMES),
        "pick": pick.patterns(catalogue.reporters),
        "words": " ".join(words),
        "rarity": "".join(packed(book.eighths(word), 1) for word in words),
        "largest": largest,
        "features": " ".join(
            book.feature(feature, row, largest) for feature, row in sorted(weights.items())
        ),
        "bias": [round(model[problem][1], 4) for problem in book.problems],
        "phrases": " ".join(book.phrase(*item) for item in sorted(phrases.items())),
        "problems": [
            problem_card(catalogue.problems[problem], links.advice) for problem in book.problems
        ],
        "codes": codes_of(catalogue),
        "providers": [provider_card(provider) for provider in catalogue.providers.values()],
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


def largest_weights(model, rarity):
    """{feature: {problem: weight}}: the weights that can move a score most."""
    every = [
        (abs(weight) * rarity[feature], feature, problem, weight)
        for problem, (weights, _) in model.items()
        for feature, weight in weights.items()
    ]
    every.sort(key=lambda item: (-item[0], item[1], item[2]))
    kept = {}
    for _, feature, problem, weight in every[:KEPT_WEIGHTS]:
        kept.setdefault(feature, {})[problem] = weight
    return kept


def phrases_of(catalogue):
    """{words: {problem: share}}: what servers say for a problem, shared where several claim it."""
    claims = {}
    for problem in catalogue.problems.values():
        foreign = (text for texts in problem.phrases_in.values() for text in texts)
        for text in (*problem.phrases, *foreign):
            claims.setdefault(tuple(words_of(text)), []).append(problem.id)
    for code in catalogue.codes.values():
        for reference in code.problems:
            for text in reference.words:
                claims.setdefault(tuple(words_of(text)), []).append(reference.problem)
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
        "steps": {person: steps[0] for person, steps in advice.remedy_of(problem).items()},
        "spokenBy": list(problem.spoken_by),
        "breaksAt": list(problem.breaks_at),
    }


def codes_of(catalogue):
    """Every code that a text can hold, with the code of its page, its name and its first problem."""
    return {
        code: [page, catalogue.codes[page].name, [one.problem for one in catalogue.codes[page].problems[:1]]]
        for code, page in sorted(catalogue.members.items(), key=lambda item: sort_key(item[0]))
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
            words_of(filled(catalogue, text)) for text in (response.text, *response.variants)
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
    providers = {}
    for key, response in catalogue.responses.items():
        providers.setdefault(response.provider, []).append(
            [
                response.id,
                book.problems.index(response.problem),
                " ".join(response.codes),
                " ".join(book.spelled(one) for one in signatures[key]),
            ]
        )
    return {
        "words": " ".join(words),
        "rarity": "".join(packed(book.eighths(word), 1) for word in words),
        "providers": providers,
    }


def signature(words, rarity):
    """The words by which a wording is known: the rarest, in the order of the text."""
    kept = sorted(set(words), key=lambda word: (-rarity[word], word))[:LONGEST_SIGNATURE]
    return [word for word in dict.fromkeys(words) if word in kept]
