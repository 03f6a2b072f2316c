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

// The quick way out takes the place of this page, so that "back" does not return to it.
document.addEventListener("click", function (event) {
  var leave = event.target.closest("a.leave");
  if (!leave || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  sessionStorage.clear();
  location.replace(leave.href);
});
