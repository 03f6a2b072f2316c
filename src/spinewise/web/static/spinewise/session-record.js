// What a session remembers on this phone: where it stands and what was told. No name, no answer, only its own steps.
// It also sees to it that one window at a time runs a session.
(function () {
  "use strict";
  var BEAT_MS = 1000, GONE_MS = 4000, SAVE_EACH_MS = 1000;

  function open(data, person) {
    var name = "spinewise.session." + person + "." + data.session;
    var state = read(name, data), saved_ms = 0;
    Object.values(state.told).forEach(put);

    function save() {
      saved_ms = performance.now();
      localStorage.setItem(name, JSON.stringify(state));
    }

    function saveSoon() {
      if (performance.now() - saved_ms > SAVE_EACH_MS) save();
    }

    function put(one) { window.Spinewise.queue.add(one.kind, one.body, { key: one.key, day: data.day }); }

    // Tells something once: under the same name it is the same action, however often it is said.
    function tell(what, kind, body) {
      if (state.told[what]) return;
      var one = { key: window.Spinewise.queue.newKey(), kind: kind, body: Object.assign({ session: data.session }, body) };
      state.told[what] = one;
      save();
      put(one);
    }

    function over() {
      state.over = true;
      state.told = {};
      save();
    }

    return { state: state, save: save, saveSoon: saveSoon, tell: tell, over: over };
  }

  function fingerprint(data) {
    return data.steps.map(function (step) { return [step.kind, step.intervention, step.duration_s, step.set_number].join(); }).join(";");
  }

  function read(name, data) {
    Object.keys(localStorage).forEach(function (other) {
      if (other.startsWith("spinewise.session.") && other !== name) localStorage.removeItem(other);
    });
    var where = { at: 0, spent_s: 0, begun: false, ending: false, over: false };
    var fresh = Object.assign({ print: fingerprint(data), changes: [], done: [], lighter: [], closed: [], told: {} }, where);
    var kept = JSON.parse(localStorage.getItem(name) || "null");
    if (kept && kept.print !== fresh.print) return elsewhere(fresh, kept, data);
    return kept || fresh;
  }

  // The steps are others than before (the answers changed meanwhile): go on at the first thing that is not told yet.
  function elsewhere(fresh, kept, data) {
    var at = data.steps.findIndex(function (step) { return !kept.closed.includes(step.intervention); });
    var same = { begun: kept.begun, ending: kept.ending, over: kept.over, closed: kept.closed, told: kept.told };
    return Object.assign(fresh, same, { at: at < 0 ? data.steps.length : at });
  }

  // One window runs a session. Who comes second may ask; who takes over is seen by the other.
  function guard(session, lost) {
    var name = "spinewise.window", me = window.Spinewise.queue.newKey(), timer = 0;

    function other() {
      var held = JSON.parse(localStorage.getItem(name) || "null");
      return held !== null && held.window !== me && Date.now() - held.at < GONE_MS;
    }

    function beat() { localStorage.setItem(name, JSON.stringify({ window: me, session: session, at: Date.now() })); }

    function take() {
      clearInterval(timer);
      beat();
      timer = setInterval(beat, BEAT_MS);
    }

    function drop() {
      clearInterval(timer);
      timer = 0;
      if (!other()) localStorage.removeItem(name);
    }

    addEventListener("storage", function (event) {
      if (event.key !== name || !event.newValue || !timer || JSON.parse(event.newValue).window === me) return;
      clearInterval(timer);
      timer = 0;
      lost();
    });
    addEventListener("pagehide", drop);
    return { other: other, take: take, drop: drop };
  }

  window.Spinewise = window.Spinewise || {};
  window.Spinewise.record = { open: open, guard: guard };
})();
