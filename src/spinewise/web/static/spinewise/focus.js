// After htmx has put a new page in place, reading and keyboard go on where the page begins. A search while typing stays.
document.addEventListener("htmx:afterSettle", function (event) {
  var main = document.getElementById("main");
  if (!main || !event.detail.boosted) return;
  var start = main.querySelector(".problem") || main.querySelector("h1");
  if (start) {
    start.setAttribute("tabindex", "-1");
    start.focus({ preventScroll: true });
  }
});
