// Reminds of small breaks while this page is open. It keeps only when the next one is due, in this tab, and sends nothing.
(function () {
  "use strict";
  var KEPT = "spinewise.breaks", LATER_MS = 10 * 60000, MINUTE_MS = 60000, NEAR_MS = 1000;
  var sound = window.Spinewise.sound;
  var watch = document.getElementById("watch"), due = document.getElementById("due");
  if (!watch) return;
  var cards = Array.from(document.querySelectorAll("[data-break]"));
  var title = document.title, words = watch.dataset, lasts_s = Number(words.lasts);
  var ends_day_ms = words.left ? Date.now() + Number(words.left) : Infinity, over_now = false;
  var next_ms = 0, ends_ms = 0, turn_s = 0, turned = false, number = 0;

  function id(name) { return document.getElementById(name); }

  function keep() {
    if (next_ms) sessionStorage.setItem(KEPT, JSON.stringify({ next: next_ms, every: id("every").value }));
    else sessionStorage.removeItem(KEPT);
  }

  function wait(ms) {
    next_ms = Date.now() + ms;
    keep();
    paint();
  }

  function stop() {
    next_ms = 0;
    keep();
    paint();
  }

  function paint() {
    var on = next_ms > 0, minutes = Math.ceil((next_ms - Date.now()) / MINUTE_MS);
    id("begin").hidden = on;
    id("end").hidden = id("count").hidden = !on;
    if (!on) return;
    var text = minutes > 1 ? minutes + " " + words.waits : words.soon;
    if (id("count").textContent !== text) id("count").textContent = text;
  }

  function call() {
    begin(true);
    document.title = words.title;
    sound.tone(660);
    if (notifies()) new Notification(words.title, { tag: "spinewise-break" });
  }

  function begin(called) {
    next_ms = 0;
    keep();
    paint();
    show();
    due.hidden = false;
    if (!called || document.visibilityState === "visible") id("due-title").focus();
    due.scrollIntoView({ block: "start" });
  }

  function show() {
    var card = cards[number % cards.length], parts = card.cloneNode(true);
    number += 1;
    turn_s = Number(card.dataset.turn);
    turned = false;
    parts.querySelectorAll("img").forEach(function (one) { one.loading = "eager"; });
    id("due-card").replaceChildren.apply(id("due-card"), Array.from(parts.childNodes));
    id("told").textContent = "";
    ends_ms = Date.now() + lasts_s * 1000;
    sound.say(card.querySelector("h3").textContent + ". " + card.dataset.says);
  }

  function turn() {
    turned = true;
    due.querySelectorAll("img").forEach(function (one) { one.classList.add("other-side"); });
    id("told").textContent = words.other;
    sound.tone(520);
    sound.say(words.other);
  }

  function over(after_ms, told) {
    due.hidden = true;
    ends_ms = 0;
    document.title = title;
    sound.hush();
    id("due-card").replaceChildren();
    id("told").textContent = told;
    wait(after_ms);
    id("watch-title").scrollIntoView({ block: "start" });
  }

  function every_ms() { return Number(id("every").value) * MINUTE_MS; }

  function tick() {
    var now_ms = Date.now();
    if (now_ms >= ends_day_ms) return anew();
    if (next_ms && now_ms >= next_ms) call();
    else if (next_ms) paint();
    if (!ends_ms) return;
    var left_s = Math.max(0, Math.ceil((ends_ms - now_ms) / 1000));
    if (id("seconds").textContent !== String(left_s)) id("seconds").textContent = String(left_s);
    if (turn_s && !turned && lasts_s - left_s >= turn_s) turn();
    if (left_s === 0) {
      sound.tone(880);
      over(every_ms(), words.done);
    }
  }

  // What was safe was safe for its day. On the next one the server says anew what may be offered.
  function anew() {
    if (over_now) return;
    over_now = true;
    due.hidden = watch.hidden = true;
    cards.forEach(function (card) { card.hidden = true; });
    sound.hush();
    location.reload();
  }

  function notifies() {
    return "Notification" in window && Notification.permission === "granted" && id("notify").getAttribute("aria-pressed") === "true";
  }

  async function askToNotify() {
    var on = id("notify").getAttribute("aria-pressed") !== "true";
    if (on && (await Notification.requestPermission()) !== "granted") {
      id("told").textContent = words.refused;
      on = false;
    }
    id("notify").setAttribute("aria-pressed", String(on));
  }

  function again() {
    var kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
    if (!kept) return;
    id("every").value = kept.every;
    next_ms = Math.max(kept.next, Date.now() + NEAR_MS);
  }

  sound.switches(id("speech"), id("tones"));
  id("notify").hidden = !("Notification" in window);
  id("notify").addEventListener("click", askToNotify);
  id("begin").addEventListener("click", function () { wait(every_ms()); });
  id("end").addEventListener("click", stop);
  id("now").addEventListener("click", function () { begin(false); });
  id("another").addEventListener("click", show);
  id("did").addEventListener("click", function () { over(every_ms(), words.done); });
  id("later").addEventListener("click", function () { over(LATER_MS, ""); });
  again();
  paint();
  watch.hidden = false;
  setInterval(tick, 250);
})();
