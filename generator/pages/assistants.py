"""`llms.txt`: how an assistant finds what there is, in the form of https://llmstxt.org."""

from generator.links.addresses import DATA, from_anywhere

TOLD = """\
# SMTP status codes

> A free reference for SMTP reply codes (550), enhanced status codes (5.7.1) and the texts that \
mail servers send: what happened, who must act, whether the message is sent again, and whether the \
failure is permanent.

Ask for one thing by its address; no key is needed, and nothing is counted.

- One code: `{home}550.txt` in at most {height} lines, `{data}codes/550.json` with \
everything, `{home}550/` as a page. Every code has these three, `5.7.1` as well. Of several codes \
in a reply take the one with dots: it says more.
- One text, such as `550 5.1.1 User unknown`: read `{data}codes/5.1.1.json`. Its `problems` \
carry the `words` that tell one cause from another, and its `responses` name the texts that were \
seen; each is at `{data}responses/<name>.json` with its text, problem and source. A person \
opens `{home}#q=<the text>`; it is looked up in their browser and sent nowhere.
- One problem: `{home}problems/mailbox-full.txt`, `{data}problems/mailbox-full.json`, with \
steps for each person and a reply to send to a customer.

The words of the server decide, not its code alone: many servers use one code for several \
problems. The data are under CC BY 4.0; name this site when you quote them.
"""


def assistants(catalogue, home, height):
    """The text of `llms.txt`; `home` is the address of the site or empty, `height` that of the
    plain texts.
    """
    problems = [
        (one.name, f"problems/{one.id}.txt", one.summary) for one in catalogue.problems.values()
    ]
    data = [
        ("Index", f"{DATA}index.json", "what there is, and the document of every code"),
        ("Schema", f"{DATA}schema.json", "every field of every document"),
        ("Codes", f"{DATA}codes.csv", "all codes with their four answers, as a table"),
        ("Use the data", "use-the-data/", "the documents, and what may be done with them"),
    ]
    whole = [
        ("Texts", f"{DATA}responses.json", f"all {len(catalogue.responses):,} texts of servers"),
        ("Everything", f"{DATA}catalogue.json", "the whole catalogue in one document; large"),
        ("Not SMTP codes", "not-smtp-codes/", "numbers that lists on the web call SMTP codes"),
        ("Providers", "providers/", "who sends the texts, and how to recognise them"),
    ]
    sections = {"Data": data, "Problems": problems, "Optional": whole}
    parts = [
        TOLD.format(home=from_anywhere(home, ""), data=from_anywhere(home, DATA), height=height)
    ]
    for heading, links in sections.items():
        listed = [f"- [{name}]({from_anywhere(home, path)}): {note}" for name, path, note in links]
        parts.append("\n".join([f"## {heading}", "", *listed]) + "\n")
    return "\n".join(parts)
