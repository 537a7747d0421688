// On paper the foot tells the page's address.
parts[".foot p:last-child"] = (foot) => {
  const address = document.createElement("span");
  window.addEventListener("beforeprint", () => {
    address.textContent = ` · ${location.href}`;
    foot.append(address);
  });
  window.addEventListener("afterprint", () => address.remove());
};
