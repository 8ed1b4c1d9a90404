// A page that waits for a decision looks again; an open chat too. Chosen pictures are shown before they are sent.
const waiting = document.querySelector("[data-refresh], [data-live]");

async function lookAgain() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => undefined);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const selector of [".status", ".chat"]) {
    const [now, then] = [document.querySelector(selector), fresh.querySelector(selector)];
    if (now && then && now.innerHTML !== then.innerHTML) now.replaceWith(then);
  }
}
if (waiting) setInterval(lookAgain, 2500);

const picker = document.querySelector("input[type=file]");
const preview = document.querySelector(".preview");
picker?.addEventListener("change", () => {
  preview.replaceChildren(
    ...[...picker.files].slice(0, 5).map((file) => {
      const image = new Image(96, 72);
      image.src = URL.createObjectURL(file);
      image.alt = file.name;
      return image;
    }),
  );
});
