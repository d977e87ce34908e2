// Comfort only: every page works without this file. Keys of the coordinator: "/" search, "?" help, "n" new call.
(() => {
  const help = document.getElementById("touches");
  if (!help) return;
  const kept = "tisserand-touches";
  const off = help.querySelector("input[type=checkbox]");
  const read = () => { try { return localStorage.getItem(kept) === "non"; } catch { return false; } };
  const keep = value => { try { localStorage.setItem(kept, value); } catch { /* private window: not kept */ } };

  off.checked = read();
  off.addEventListener("change", () => keep(off.checked ? "non" : "oui"));
  for (const opener of document.querySelectorAll("[data-touches]")) {
    opener.hidden = false;
    opener.addEventListener("click", () => help.showModal());
  }

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "?") { event.preventDefault(); help.showModal(); return; }
    if (off.checked) return;
    if (event.key === "/") { event.preventDefault(); document.getElementById("recherche").focus(); }
    if (event.key === "n") document.querySelector(".side .main")?.click();
  });
})();
