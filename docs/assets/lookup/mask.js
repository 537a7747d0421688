// What is copied from the box tells no addresses, hosts and IP addresses.

/** A text with every address, IP address, web address and host name replaced. */
export function masked(text, index) {
  const found = (name) => new RegExp(index.normalise[name], "gi");
  return text
    .replace(found("url"), "[link]")
    .replace(found("address"), "[address]")
    .replace(found("ip"), "[IP]")
    .replace(found("host"), "[host]");
}
