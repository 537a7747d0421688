-- A code that has a page of its own: 550, 5.1.1.
create table codes (
    code text primary key,
    name text not null,
    class text not null,       -- the first digit
    category text not null,
    importance text not null,
    summary text not null,
    what text,                 -- the four answers; a success has none
    retry text,
    permanent text,
    page text not null         -- below the root of the site
) without rowid;

-- Every number that a reply can carry, and the code whose page tells of it: 5.7.607, 5.7.606.
create table numbers (
    number text primary key,
    code text not null references codes
) without rowid;

-- Reply codes and enhanced status codes that are sent together, as a reply carries them.
create table pairs (
    reply text not null,
    enhanced text not null,
    code text not null references codes,
    primary key (reply, enhanced)
) without rowid;

-- What actually went wrong.
create table problems (
    problem text primary key,
    name text not null,
    category text not null,
    summary text not null,
    what text not null,        -- the four answers; who acts is in who_acts
    retry text not null,
    permanent text not null,
    page text not null
) without rowid;

-- Who has to act about a problem, whoever acts first with position 1.
create table who_acts (
    problem text not null references problems,
    position integer not null,
    person text not null,
    primary key (problem, position)
) without rowid;

-- What to do about a problem, in steps for each person.
create table remedies (
    problem text not null references problems,
    person text not null,
    position integer not null,
    step text not null,
    primary key (problem, person, position)
) without rowid;

-- What to tell the customer; kind is temporary (the server still tries) or permanent (it came back).
-- read_by_native is no where no native speaker has read the translation yet, empty for English.
create table customer_replies (
    problem text not null references problems,
    language text not null,
    kind text not null,
    reply text not null,
    read_by_native text,
    primary key (problem, language, kind)
) without rowid;

-- The problems that a code can stand for, in their order.
create table problems_of_codes (
    code text not null references codes,
    position integer not null,
    problem text not null references problems,
    primary key (code, position)
) without rowid;

-- Who sends the texts.
create table providers (
    provider text primary key,
    name text not null,
    kind text not null,
    page text not null
) without rowid;

-- The ends of host names by which a provider's servers are known.
create table hosts (
    provider text not null references providers,
    host text not null,
    primary key (provider, host)
) without rowid;

-- A text that a provider sends, with <PLACEHOLDERS> for what varies.
create table responses (
    provider text not null references providers,
    response text not null,
    name text not null,
    reply text,
    enhanced text,
    text text not null,
    problem text not null references problems,
    meaning text not null,
    what text not null,
    retry text not null,
    permanent text not null,
    source text,               -- the address where it was read
    checked text not null,     -- when it was last compared
    page text not null,
    primary key (provider, response)
) without rowid;

-- Other wordings of the same text.
create table variants (
    provider text not null,
    response text not null,
    position integer not null,
    text text not null,
    primary key (provider, response, position),
    foreign key (provider, response) references responses
) without rowid;
