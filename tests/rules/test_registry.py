"""The catalogue equals the registries' facts, entry by entry, and covers everything it promised."""

from conftest import ROOT

from generator.reading.registry import read_table, registered_facts

REGISTRY = ROOT / "catalog/registry"


def test_every_registered_enhanced_code_is_equal_to_the_registry(real):
    """Names, associated reply codes, classes, documents and sections: 81 of 81, no difference and
    no exemption.
    """
    rows = {row["code"]: row for row in read_table(REGISTRY / "enhanced-status-codes.tsv")}
    assert len(rows) == 81
    registered = {
        code: family
        for code, family in real.catalogue.families.items()
        if family.status != "unregistered"
    }
    assert registered.keys() == rows.keys()
    differences = [
        (code, field, getattr(registered[code], field), wanted)
        for code, row in rows.items()
        for field, wanted in registered_facts(row).items()
        if getattr(registered[code], field)
        != (tuple(wanted) if isinstance(wanted, list) else wanted)
    ]
    assert differences == []


def test_a_class_that_the_registry_allows_has_a_page_or_a_class_is_practice(real):
    """Where the registry allows some classes alone, those have pages, and any other page says that
    it is practice.
    """
    for code in real.catalogue.enhanced.values():
        allowed = code.family.registered_classes
        if allowed and allowed[0].isdigit():
            assert (code.basis == "registered") == (code.digit in allowed), code.code
    for family in real.catalogue.families.values():
        allowed = family.registered_classes or ""
        if allowed[:1].isdigit():
            assert set(allowed) & {"2", "4", "5"} <= {
                code.digit for code in real.sequence.classes_of(family)
            } | {"/"}, family.code


def test_every_reply_code_is_told_as_registered(real):
    """Every row of the reply codes' table is a meaning on the page of its code, with the registered
    text.
    """
    rows = read_table(REGISTRY / "reply-codes.tsv")
    assert len({row["code"] for row in rows}) == 45
    told = {
        (code.code, meaning.text or "", meaning.document, meaning.status)
        for code in real.sequence.smtp_replies
        for meaning in code.meanings
    }  # fmt: skip
    wanted = {
        (row["code"], row["registered_text"], row["defined_in"].split(" (")[0], row["status"])
        for row in rows
    }
    assert wanted - told == set()


def test_no_two_classes_of_a_family_say_the_same(real):
    """Summaries and meanings differ within a family."""
    for family in real.catalogue.families.values():
        codes = real.sequence.classes_of(family)
        for field in ("summary", "meaning"):
            texts = [getattr(code, field) for code in codes]
            assert len(set(texts)) == len(texts), family.code


def test_failures_have_answers_steps_and_a_customer_reply(real):
    """On every 4yz and 5yz code and every problem: four answers, steps for whoever acts, a reply of
    at most 80 words.
    """
    failures = [code for code in real.catalogue.codes.values() if code.digit in "45"]
    assert len(failures) > 150
    for code in failures:
        assert code.answers and code.problems and code.sources
        assert real.advice.remedy(code)
        assert len(real.advice.customer_reply(code).split()) <= 80
    assert len(real.catalogue.problems) >= 36


def test_the_four_seed_documents_are_covered(real):
    """Every number that the documents named from which this project started has a page."""
    seeds = [
        "101",
        "111",
        "211",
        "214",
        "220",
        "221",
        "235",
        "250",
        "251",
        "252",
        "334",
        "354",
        "420",
        "421",
        "422",
        "431",
        "432",
        "441",
        "442",
        "446",
        "447",
        "449",
        "450",
        "451",
        "452",
        "455",
        "471",
        "500",
        "501",
        "502",
        "503",
        "504",
        "510",
        "511",
        "512",
        "513",
        "521",
        "523",
        "530",
        "535",
        "541",
        "550",
        "551",
        "552",
        "553",
        "554",
        "556",
    ]
    assert [code for code in seeds if code not in real.catalogue.codes] == []


def test_every_alias_leads_to_a_page(real):
    """/550-5.1.1/, /x.1.1/ and the like lead to pages, and none of them hides one."""
    pages, aliases = real.addresses.pages, real.addresses.aliases
    assert {target.partition("#")[0] for target in aliases.values()} <= pages
    assert not aliases.keys() & pages
