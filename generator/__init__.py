"""Turns the YAML catalogue of SMTP status codes into Markdown pages and JSON data.

The rooms, in the order in which data passes through them: reading, rules, entries, links, pages,
api, exports, lookup, publish; authoring stands aside. A room imports only rooms before it;
`pipeline` shows the flow on one screen and imports them all.
"""
