// What was done is kept here first, each action under its own key, and then sent. What could not be sent waits and is sent
// when the line is back. The server stores each key once, so that sending twice does no harm.
(function () {
  "use strict";
  var tag = document.currentScript;
  var address = tag.dataset.actions;
  var person = address.split("/")[2];
  var PREFIX = "spinewise.action." + person + ".", REFUSED = "spinewise.refused." + person + ".";
  var MOST_AT_ONCE = 100, MOST_WAIT_MS = 8000;
  var RETRY_MS = [2000, 5000, 15000, 60000];
  var token = "", sending = null, failed = 0, timer = 0, seat = 0;

  function newKey() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    var hex = Array.from(bytes, function (one) { return one.toString(16).padStart(2, "0"); }).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  function names() {
    return Object.keys(localStorage).filter(function (name) { return name.startsWith(PREFIX); });
  }

  function waiting() {
    var found = names().map(function (name) { return JSON.parse(localStorage.getItem(name)); });
    return found.sort(function (a, b) { return a.at < b.at ? -1 : a.at > b.at ? 1 : a.seat - b.seat; });
  }

  function add(kind, body, options) {
    var action = { key: options.key || newKey(), day: options.day, kind: kind, body: body, person: person };
    var name = PREFIX + action.key;
    if (localStorage.getItem(name) === null) {
      action.at = new Date().toISOString();
      action.seat = seat++;
      localStorage.setItem(name, JSON.stringify(action));
    }
    send();
    return action.key;
  }

  function sent(action) {
    return { key: action.key, day: action.day, kind: action.kind, body: action.body, at: action.at, person: action.person };
  }

  async function fresh() {
    var response = await fetch(address, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error("no token");
    token = (await response.json()).token;
  }

  async function post(actions) {
    if (!token) await fresh();
    return fetch(address, {
      method: "POST",
      keepalive: true,
      signal: AbortSignal.timeout(MOST_WAIT_MS),
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify(actions.map(sent)),
    });
  }

  // One that the server refuses is set aside, so that it does not hold up the others.
  async function deliver(actions) {
    var response = await post(actions);
    if (response.status === 403) {
      await fresh();
      response = await post(actions);
    }
    if (response.status === 400) {
      var refused = (await response.json()).key;
      if (!actions.some(function (one) { return one.key === refused; })) throw new Error("refused");
      localStorage.setItem(REFUSED + refused, localStorage.getItem(PREFIX + refused));
      localStorage.removeItem(PREFIX + refused);
      return;
    }
    if (!response.ok) throw new Error("not stored: " + response.status);
    (await response.json()).stored.forEach(function (key) { localStorage.removeItem(PREFIX + key); });
  }

  async function round() {
    for (var actions = waiting(); actions.length; actions = waiting()) await deliver(actions.slice(0, MOST_AT_ONCE));
    failed = 0;
  }

  function send() {
    clearTimeout(timer);
    if (!sending) {
      sending = round().catch(later).finally(function () { sending = null; tell(); });
    }
    return sending;
  }

  function later() {
    timer = setTimeout(send, RETRY_MS[Math.min(failed++, RETRY_MS.length - 1)]);
  }

  function tell() {
    show();
    document.dispatchEvent(new CustomEvent("spinewise:waiting", { detail: { count: names().length } }));
  }

  // What was refused: it is told in plain words, and the person sends it again or drops it.
  function aside() { return Object.keys(localStorage).filter(function (name) { return name.startsWith(REFUSED); }); }

  function show() {
    var line = document.getElementById("refused-line"), count = aside().length;
    if (!line) return;
    line.hidden = count === 0;
    document.getElementById("refused-count").textContent = String(count);
  }

  function again() {
    aside().forEach(function (name) {
      localStorage.setItem(PREFIX + name.slice(REFUSED.length), localStorage.getItem(name));
      localStorage.removeItem(name);
    });
    send();
  }

  function drop() {
    aside().forEach(function (name) { localStorage.removeItem(name); });
    show();
  }

  function choosing() {
    if (!document.getElementById("refused-line")) return;
    document.getElementById("refused-again").addEventListener("click", again);
    document.getElementById("refused-drop").addEventListener("click", drop);
    show();
  }

  function forget() {
    Object.keys(localStorage).forEach(function (name) {
      if (name.startsWith("spinewise.") && name.includes(person)) localStorage.removeItem(name);
    });
  }

  window.Spinewise = window.Spinewise || {};
  window.Spinewise.queue = { add: add, send: send, newKey: newKey, forget: forget, waiting: function () { return names().length; } };
  choosing();
  addEventListener("online", send);
  if (names().length) send();
})();
