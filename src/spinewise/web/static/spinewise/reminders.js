// Messages at chosen times while any page of this person is open. The times stay in this browser; nothing is asked before a tap.
(function () {
  "use strict";
  if (!("Notification" in window)) return;
  var words = document.currentScript.dataset;
  var name = "spinewise.remind." + words.person;
  var CHECK_EVERY_MS = 20000;
  var timer = 0;

  function stored() {
    try { return JSON.parse(localStorage.getItem(name)) || { times: [], shown: "" }; } catch { return { times: [], shown: "" }; }
  }

  function store(value) { localStorage.setItem(name, JSON.stringify(value)); }

  function running() { return stored().times.length > 0 && Notification.permission === "granted"; }

  function clock() {
    var now = new Date();
    function two(number) { return String(number).padStart(2, "0"); }
    return { day: [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-"), time: two(now.getHours()) + ":" + two(now.getMinutes()) };
  }

  // Each time once a day, also with several pages open: what is shown is written down before it is shown.
  function look() {
    var now = clock(), known = stored(), mark = now.day + " " + now.time;
    if (!known.times.includes(now.time) || known.shown === mark) return;
    store({ times: known.times, shown: mark });
    say(mark);
  }

  // What may be said now the server knows: nothing while something else comes first, and without a line nobody knows.
  async function say(mark) {
    var answer = await fetch(words.asks, { headers: { Accept: "application/json" } }).catch(function () { return null; });
    var body = answer && answer.ok ? (await answer.json()).body : "";
    if (!body) return;
    var message = new Notification(words.title, { body: body, tag: mark });
    message.onclick = function () { window.focus(); location.href = words.home; };
  }

  function watch() {
    clearInterval(timer);
    if (running()) { timer = setInterval(look, CHECK_EVERY_MS); look(); }
  }

  // The page on which the times are chosen; without JavaScript it is not shown.
  function choosing() {
    var section = document.getElementById("messages-here");
    if (!section) return;
    var state = document.getElementById("notify-state");
    var on = document.getElementById("notify-on"), off = document.getElementById("notify-off");
    var fields = Array.from(section.querySelectorAll(".remind-time"));

    function paint() {
      on.hidden = running();
      off.hidden = !running();
      state.textContent = Notification.permission === "denied" ? state.dataset.denied : running() ? state.dataset.on : state.dataset.off;
      watch();
    }

    on.addEventListener("click", async function () {
      var times = fields.map(function (field) { return field.value; }).filter(Boolean);
      if (!times.length) { state.textContent = state.dataset.none; return; }
      await Notification.requestPermission();
      store({ times: times, shown: "" });
      paint();
    });

    off.addEventListener("click", function () { localStorage.removeItem(name); paint(); });

    stored().times.forEach(function (time, place) { if (fields[place]) fields[place].value = time; });
    section.hidden = false;
    paint();
  }

  watch();
  choosing();
})();
