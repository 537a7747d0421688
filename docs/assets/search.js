// Rewrites what a reader types before it reaches Material's search worker, so that codes are found
// in any spelling. Without this "5.7.1" also matches 5.7.15, "550:" is query syntax and finds nothing,
// and a pasted bounce drowns its code in words. It hangs on Material's internal message (type 2),
// which is why the version of Material is pinned and a browser test holds it.
(() => {
  const QUERY = 2;
  const WORDS = 12;
  const ENHANCED = /(?<![\d.])([2-5x])\.(\d{1,3})\.(\d{1,3}|x)(?![\d.]*\d)/gi;
  // A single e or s before the digits belongs to the code: "S550" is 550, not a word that begins with s.
  const REPLY = /(?<![\d.:/-])(?:\b[es])?([1-6]\d\d)(?![\d.:/]*\d)/gi;
  const ADDRESS = /\S+@\S+|\b\d{1,3}(?:\.\d{1,3}){3}\b|\bhttps?:\/\/\S+|\b[0-9a-f]*:[0-9a-f:]{4,}\b/gi;
  // Words of questions that say nothing about the cause.
  const FILLER = new Set(
    "a an and are be by can code codes did do does email emails error errors for from get gets got have how i if in is it mail mails mean means me my of on or smtp that the this to was what when why will with you your".split(" "),
  );

  // A term with ^n is taken as it is: no trailing wildcard, but the usual stemming.
  function rewrite(query) {
    const text = query.replace(ADDRESS, " ");
    const enhanced = [...text.matchAll(ENHANCED)].map((found) => found[0].toLowerCase());
    const rest = text.replace(ENHANCED, " ");
    const replies = [...rest.matchAll(REPLY)].map((found) => found[1]);
    const every = rest.replace(REPLY, " ").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim().split(/\s+/).filter(Boolean);
    const telling = every.filter((word) => !FILLER.has(word));
    const codes = enhanced.length + replies.length;
    const words = (telling.length || codes ? telling : every).slice(0, WORDS);
    const terms = [...new Set(enhanced)].flatMap(spelled);
    for (const code of new Set(replies)) terms.push(titled(code, enhanced.length ? 20 : 500));
    for (const word of words) {
      terms.push(`${word}^4`);
      if (word.length > 5) terms.push(`${word}~1^1`);
    }
    const last = words.at(-1);
    if (last && !/\s$/.test(query)) terms.push(last); // may still be being typed: gets the wildcard
    return terms.join(" ");
  }

  // x.2.2 stands for every class, 5.1.x for the first details.
  function spelled(code) {
    if (code.startsWith("x")) return ["5", "4", "2"].map((digit, position) => titled(digit + code.slice(1), 500 - position));
    if (code.endsWith("x")) return [1, 0, 2, 3].map((detail, position) => titled(code.slice(0, -1) + detail, 500 - position));
    return [titled(code, 500)];
  }

  // Only the page of a code has it in its title; other pages merely mention it.
  function titled(code, boost) {
    return `title:${code}^${boost}`;
  }

  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message && message.type === QUERY && typeof message.data === "string") {
      message = { ...message, data: rewrite(message.data) };
    }
    return post.call(this, message, ...rest);
  };
})();
