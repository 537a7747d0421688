// The reply to the customer in the customer's language: a switch beside the buttons that copy it, and
// one above the reply itself. The texts are fetched when somebody asks; the choice is kept.
const KEPT_LANGUAGE = "smtp-reply-language";

// The name of a language in that language, with a capital letter.
function ownName(language) {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language);
  return name[0].toLocaleUpperCase(language) + name.slice(1);
}

// The language chosen last, or a new choice kept; a browser that keeps nothing is no obstacle.
function keptLanguage(chosen) {
  try {
    if (chosen) localStorage.setItem(KEPT_LANGUAGE, chosen);
    return localStorage.getItem(KEPT_LANGUAGE);
  } catch {
    return null;
  }
}

// That nobody whose language it is has read a reply; said beside the reply and beside what copies it.
function remarkFor(kind) {
  const remark = document.createElement(kind);
  remark.className = "remark";
  remark.hidden = true;
  remark.textContent = "Not yet read by a native speaker.";
  return remark;
}

parts["[data-card]"] = (card) => {
  const replies = [...document.querySelectorAll("[data-languages]")].map((place) => {
    const text = place.querySelector("p[id]");
    place.append(remarkFor("p"));
    return { place, text, english: text.textContent, when: place.dataset.reply };
  });
  if (!replies.length) return;
  const { from, languages } = replies[0].place.dataset;
  const known = ["en", ...languages.split(" ")];
  let asked = null;
  const translations = () => (asked ??= fetch(from).then((answer) => answer.json()));
  const status = card.querySelector("[role=status]");

  const choose = async (language) => {
    let found = null;
    try {
      if (language !== "en") found = (await translations()).customer_reply_in[language];
    } catch {
      asked = null;
      language = "en";
      status.textContent = "The reply could not be loaded in this language.";
    }
    for (const { text, english, when } of replies) {
      text.textContent = found ? found[when] : english;
      text.lang = language;
    }
    for (const remark of remarks) remark.hidden = !found || found.read_by_native;
    for (const one of switches) one.value = language;
  };

  const languageSwitch = () => {
    const made = document.createElement("select");
    made.ariaLabel = "Language of the reply";
    made.append(...known.map((one) => Object.assign(new Option(ownName(one), one), { lang: one })));
    made.addEventListener("change", () => choose(keptLanguage(made.value) || made.value));
    return made;
  };
  const switches = [languageSwitch(), languageSwitch()];
  [...card.querySelectorAll("[data-copy^=reply]")].pop().after(switches[0], remarkFor("small"));
  replies[0].place.before(switches[1]);
  const remarks = [card, ...replies.map(({ place }) => place)].flatMap((one) => [...one.querySelectorAll(".remark")]);
  const kept = keptLanguage();
  if (known.includes(kept) && kept !== "en") choose(kept);
};
