// The moving picture of a step. It is driven by the clock of the session, so that picture, count and pause agree.
(function () {
  "use strict";
  var drawn = new Map(), place = null, shown = "", svg = null;

  async function load(figures) {
    await Promise.all(Object.entries(figures).map(async function (entry) {
      try {
        var response = await fetch(entry[1]);
        // The page's own style sheet holds the rules: a style inside the picture is not allowed on our pages.
        if (response.ok) drawn.set(entry[0], (await response.text()).replace(/<style>[^]*?<\/style>/g, ""));
      } catch (_gone) {
        // Without its picture a step still has its words.
      }
    }));
    var now = shown;
    shown = "";
    if (place) show(place, now);
  }

  function show(into, name) {
    place = into;
    if (name === shown) return;
    shown = name;
    svg = null;
    into.replaceChildren();
    if (!drawn.has(name)) return;
    var read = new DOMParser().parseFromString(drawn.get(name), "image/svg+xml");
    svg = document.importNode(read.documentElement, true);
    into.append(svg);
    if (svg.pauseAnimations) svg.pauseAnimations();
  }

  function at(seconds, otherSide) {
    if (!svg) return;
    svg.classList.toggle("other-side", otherSide);
    if (svg.setCurrentTime) svg.setCurrentTime(seconds);
  }

  window.Spinewise = window.Spinewise || {};
  window.Spinewise.picture = { load: load, show: show, at: at };
})();
