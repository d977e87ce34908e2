// Comfort only: the page works by its button. Her words are read after a pause, or at once by Ctrl+Enter, and what the server says of them
// replaces the parts of the page that changed, without taking the focus or anything typed meanwhile.
(() => {
  const form = document.getElementById("appel");
  const words = document.getElementById("Input_Words");
  if (!form || !words) return;
  const pause = 600, soon = 150;
  const parts = from => from.querySelectorAll("[data-part]");
  const said = new Map();                                  // each part as the server last wrote it
  for (const part of parts(document)) said.set(part.id, part.outerHTML);
  let timer, running;

  const held = () => new Map([...form.elements].filter(c => c.id && c.type !== "hidden" && c.type !== "submit")
    .map(c => [c.id, c.type === "checkbox" || c.type === "radio" ? c.checked : c.value]));
  const put = (control, value) => { if (typeof value === "boolean") control.checked = value; else control.value = value; };

  async function read(button) {
    clearTimeout(timer);
    running?.abort();
    const mine = running = new AbortController();
    const sent = held(), body = new URLSearchParams(new FormData(form));
    if (button?.name) body.append(button.name, button.value);
    try {
      const answer = await fetch(form.dataset.read, { method: "POST", body, signal: mine.signal });
      if (!answer.ok || answer.redirected) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine === running) show(fresh, sent);
    } catch { /* no answer: the button is still there */ }
  }

  function show(fresh, sent) {
    const typed = held(), focus = document.activeElement, home = focus?.closest("[data-part]")?.id;
    const caret = focus?.matches("input[type=text], input[type=tel]") ? [focus.selectionStart, focus.selectionEnd] : null;
    for (const part of parts(fresh)) {
      const old = document.getElementById(part.id), html = part.outerHTML;
      if (!old || said.get(part.id) === html) continue;
      said.set(part.id, html);
      for (const open of old.querySelectorAll("details[open][id]")) part.querySelector("#" + open.id)?.setAttribute("open", "");
      part.removeAttribute("autofocus");
      old.replaceWith(document.adoptNode(part));
    }
    for (const [id, value] of typed) {
      const control = document.getElementById(id);
      if (control && sent.get(id) !== value) put(control, value);
    }
    if (!home || document.activeElement === focus) return;
    const back = (focus.id && document.getElementById(focus.id)) || document.getElementById(home);
    back?.focus({ preventScroll: true });
    if (caret && back.setSelectionRange) back.setSelectionRange(...caret);
  }

  const later = wait => { clearTimeout(timer); timer = setTimeout(read, wait); };
  form.addEventListener("input", event => { if (event.target === words && !event.isComposing) later(pause); });
  form.addEventListener("change", event => { if (event.target !== words) later(soon); });
  form.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); read(); }
  });
  form.addEventListener("submit", event => {
    clearTimeout(timer);
    if (!event.submitter?.formAction.endsWith("handler=Lire")) return;
    event.preventDefault();
    read(event.submitter);
  });
})();
