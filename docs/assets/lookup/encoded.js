// Decodes what mail encodes, as generator/lookup/encoded.py does. The patterns are the index's.

const SOME = 2;

/** A text, its line breaks single, with the encoded words and parts as they read. */
export function decodedParts(text, found) {
  const bytes = (part) => part.replace(found.quoted_bytes, (run) => read(fromHexadecimal(run), found));
  text = text.replace(found.encoded_word, (_, kind, word) =>
    kind.toLowerCase() === "b" ? fromBase64(word, found) : bytes(word.replaceAll("_", " ")),
  );
  text = text.replace(found.base64, (_, header, body) => `${header}${fromBase64(body, found)}\n`);
  if (text.split("=\n").length - 1 > SOME || text.toLowerCase().includes("quoted-printable")) {
    text = bytes(text.replaceAll("=\n", ""));
  }
  return text;
}

function fromBase64(text, found) {
  const signs = text.replace(/[^A-Za-z0-9+/]/g, "");
  return read(atob(signs.length % 4 === 1 ? signs.slice(0, -1) : signs), found);
}

function fromHexadecimal(run) {
  return run.slice(1).split("=").map((byte) => String.fromCharCode(parseInt(byte, 16))).join("");
}

/** Bytes, a letter each, as text: UTF-8 where they are, nothing where they are no text. */
function read(letters, found) {
  let text = letters;
  try {
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // a letter each, then
  }
  found.binary.lastIndex = 0;
  return found.binary.test(text) ? "" : text;
}
