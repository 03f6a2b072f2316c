// What stays on this phone: the service worker, the pages that somebody asked to keep, and the words when the line is gone.
(function () {
  "use strict";
  var tag = document.currentScript;
  var person = tag.dataset.person;
  var able = "serviceWorker" in navigator;
  var WISH = "spinewise.keep." + person;

  function wished() { return localStorage.getItem(WISH) === "yes"; }

  async function tell(message) {
    if (!able) return;
    await navigator.serviceWorker.register("/sw.js", { scope: "/" });
    var ready = await navigator.serviceWorker.ready;
    ready.active.postMessage(message);
  }

  function keepWeek() { return tell({ keep: { pages: [tag.dataset.week], figures: [] } }); }

  async function forget() {
    localStorage.removeItem(WISH);
    if (!able) return;
    var there = await navigator.serviceWorker.getRegistration("/");
    if (there && there.active) there.active.postMessage({ forget: "/p/" + person + "/" });
  }

  function show() {
    var line = document.getElementById("offline-line");
    if (line) line.hidden = navigator.onLine;
  }

  // The switch in the settings; without JavaScript or a service worker it is not shown.
  function settings() {
    var section = document.getElementById("keep");
    if (!section || !able) return;
    var button = section.querySelector("button");
    section.hidden = false;
    function paint() {
      button.setAttribute("aria-pressed", String(wished()));
    }
    button.addEventListener("click", async function () {
      if (wished()) await forget();
      else { localStorage.setItem(WISH, "yes"); await keepWeek(); }
      paint();
    });
    paint();
  }

  // Whoever deletes a person takes along what this phone holds of them.
  function deleting() {
    var form = document.querySelector("form[data-forget]");
    if (!form) return;
    form.addEventListener("submit", function () {
      forget();
      window.Spinewise.queue.forget();
    });
  }

  window.Spinewise = window.Spinewise || {};
  window.Spinewise.keep = { tell: tell, forget: forget };
  addEventListener("online", show);
  addEventListener("offline", show);
  show();
  settings();
  deleting();
  if (able && wished() && document.querySelector("main.week, main.home")) keepWeek();
})();
