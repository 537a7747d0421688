// On a phone a row becomes a card (see tables.css); each cell then tells which column it is.
parts["table.rows, .md-typeset table:not([class])"] = (table) => {
  const names = [...table.querySelectorAll("th")].map((cell) => cell.textContent.trim().replace("?", ""));
  for (const row of table.querySelectorAll("tbody tr")) {
    [...row.cells].forEach((cell, column) => {
      if (column) cell.dataset.label = names[column];
    });
  }
};
