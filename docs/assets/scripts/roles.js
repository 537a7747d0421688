// What to do, by role: one open at a time, and the choice kept in the address.
parts["[data-roles]"] = (place) => {
  const roles = [...place.querySelectorAll("details")];
  const asked = roles.find((role) => `#${role.id}` === location.hash);
  const choose = (chosen) => roles.forEach((role) => (role.open = role === chosen));
  if (asked) choose(asked); // the browser scrolls to it
  for (const role of roles) {
    role.querySelector("summary").addEventListener("click", () => {
      if (role.open) return;
      history.replaceState(null, "", `#${role.id}`);
      choose(null);
    });
  }
};
