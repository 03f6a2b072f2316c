// The session on the screen: one step after the other, with everything that somebody can ask for in between.
(function () {
  "use strict";
  var TICK_MS = 200, ASLEEP_S = 120, TAP_REST_MS = 700, SHEET_REST_MS = 350, MUCH_PAIN = 7;
  var WORK = ["move", "hold", "breathe", "read"];
  var player = document.getElementById("player");
  if (!player || !window.Spinewise || !window.Spinewise.queue) return;
  var clock = window.Spinewise.clock, sound = window.Spinewise.sound, screen = window.Spinewise.screen;
  var by = screen.by, put = screen.put, show = screen.show;
  var data = JSON.parse(document.getElementById("session-data").textContent);
  var texts = data.texts, words = document.getElementById("words").dataset;
  var person = location.pathname.split("/")[2];
  var record = window.Spinewise.record.open(data, person), state = record.state;
  var guard = window.Spinewise.record.guard(data.session, lost);
  var session = data, running = false, before_ms = 0, loop = 0, quiet_until_ms = 0;
  var scales = { effort: null, after: null, hurt: null };

  function step() { return session.steps[state.at]; }

  // Time. What the clock missed while the window was hidden is made up for, but a sleeping phone does not exercise.
  function tick() {
    var now_ms = performance.now(), passed_s = (now_ms - before_ms) / 1000;
    before_ms = now_ms;
    if (!running) return;
    if (passed_s > ASLEEP_S) {
      pause();
      put("live", texts.slept);
      put("change", texts.slept);
      return;
    }
    var was = state.at;
    clock.advance(session.steps, state, passed_s).forEach(left);
    if (state.at !== was) entered();
    else record.saveSoon();
    paint();
  }

  function frame() {
    if (running) {
      tick();
      loop = requestAnimationFrame(frame);
    }
  }

  function go() {
    if (Date.now() > data.until) return gate();
    guard.take();
    show("stage");
    state.begun = running = true;
    before_ms = performance.now();
    sound.awake(true);
    put("pause", texts.pause);
    entered();
    by(by("pause").hidden ? "next" : "pause").focus({ preventScroll: true });
    cancelAnimationFrame(loop);
    loop = requestAnimationFrame(frame);
  }

  function pause() {
    running = false;
    sound.hush();
    sound.awake(false);
    put("pause", texts.again);
    put("live", texts.paused);
    record.save();
    paint();
  }

  // A session may run past midnight, but is not taken up again the next day: see go.
  function toggle() {
    if (running) pause();
    else go();
  }

  // A step has ended by itself, or by "next".
  function left(number) {
    var one = session.steps[number], after = session.steps[number + 1];
    if (WORK.includes(one.kind)) {
      if (!state.done.includes(number)) state.done.push(number);
      record.tell("step " + state.changes.length + " " + number, "step-done", about(one, { step: number }));
    }
    if (!after || after.intervention !== one.intervention) itemOver(one.intervention);
  }

  function about(one, more) {
    var level = data.levels[one.intervention];
    return Object.assign({ intervention: one.intervention }, level === undefined ? {} : { level: level }, more);
  }

  function itemOver(name) {
    var work = session.steps.map(function (one, number) { return [one, number]; }).filter(function (pair) {
      return pair[0].intervention === name && WORK.includes(pair[0].kind);
    });
    var did = work.filter(function (pair) { return state.done.includes(pair[1]); }).length;
    var item = { intervention: name };
    state.closed.push(name);
    if (!did) return record.tell("item " + name, "skipped", about(item, {}));
    var all = did === work.length && !state.lighter.includes(name);
    record.tell("item " + name, "item-done", about(item, { outcome: all ? "done" : "partly" }));
  }

  function entered() {
    record.save();
    if (state.at >= session.steps.length) return finishing("");
    screen.enter(step());
    paint();
  }

  function paint() {
    if (state.at < session.steps.length) screen.paint(step(), state.spent_s, state.at, session.steps.length, running);
  }

  // What somebody asks for. A second tap right after the first one is the same tap.
  function tapped(what) {
    return function () {
      if (performance.now() < quiet_until_ms || state.at >= session.steps.length) return;
      quiet_until_ms = performance.now() + TAP_REST_MS;
      what();
    };
  }

  function change(what, kind, body) {
    var one = step(), after = window.Spinewise.changed(session, state.at, what);
    if (after.steps !== session.steps) {
      record.tell(kind + " " + state.changes.length, kind, about(one, Object.assign({ step: state.at }, body)));
      (what === "easier" || what === "too-much" ? state.lighter : state.closed).push(one.intervention);
      state.changes.push([state.at, what]);
      state.done = state.done.filter(function (number) { return number < state.at; });
      state.spent_s = 0;
      session = after;
      if (session.ended) return finishing("pain");
      entered();
    }
    put("change", after.said);
    put("live", after.said);
  }

  function next() {
    var one = step(), number = state.at;
    if (one.duration_s === null) left(number);
    else {
      var after = session.steps[number + 1];
      if (!after || after.intervention !== one.intervention) itemOver(one.intervention);
    }
    state.at += 1;
    state.spent_s = 0;
    entered();
  }

  function back() {
    if (state.spent_s < 2 && state.at > 0 && session.steps[state.at - 1].intervention === step().intervention) state.at -= 1;
    state.spent_s = 0;
    entered();
  }

  // "That hurts": a short sheet. Much pain, or something new, ends the session and looks for danger.
  function askHurt() {
    pause();
    press("hurt", null);
    by("sheet").showModal();
    by("sheet-title").focus();
    // The second tap of a double tap must not hit what has just come up under the finger.
    quiet_until_ms = performance.now() + SHEET_REST_MS;
  }

  function hurt(what) {
    return tapped(function () {
      var told = scales.hurt === null ? {} : { pain: scales.hurt };
      by("sheet").close();
      if (what === "new" || (scales.hurt !== null && scales.hurt >= MUCH_PAIN)) return alarm(told, what === "new");
      if (what === "back") return go();
      if (what === "easier") {
        if (scales.hurt !== null) {
          var during = { intervention: step().intervention, when: "during", pain: scales.hurt };
          record.tell("during " + state.changes.length, "pain", during);
        }
        change("easier", "easier", {});
        return go();
      }
      if (what === "stop") {
        record.tell("hurts " + state.changes.length, "hurts", about(step(), Object.assign({ step: state.at }, told)));
        return finishing("pain");
      }
      change("hurts", "hurts", told);
      if (!session.ended && state.at < session.steps.length) by("pause").focus();
    });
  }

  async function alarm(told, isNew) {
    record.tell("hurts " + state.changes.length, "hurts", about(step(), Object.assign({ step: state.at, new: isNew }, told)));
    record.tell("end", "session-stopped", { step: state.at, why: "pain" });
    closing();
    record.over();
    window.Spinewise.keep.tell({ forget: "/p/" + person + "/" });
    await window.Spinewise.queue.send();
    if (!window.Spinewise.queue.waiting()) return location.assign(player.dataset.look);
    by("over-look").hidden = false;
    show("over");
  }

  function closing() {
    running = false;
    sound.hush();
    sound.awake(false);
    guard.drop();
  }

  function finishing(why) {
    closing();
    state.ending = true;
    if (state.at < session.steps.length || why) record.tell("end", "session-stopped", { step: Math.min(state.at, session.steps.length), why: why });
    else record.tell("end", "session-finished", {});
    record.save();
    put("advice", session.ended ? session.said : "");
    show("after");
  }

  async function finish() {
    by("finish").disabled = true;
    if (scales.effort !== null) record.tell("effort", "effort", { effort: scales.effort });
    if (scales.after !== null) record.tell("after", "pain", { when: "after", pain: scales.after });
    record.over();
    await window.Spinewise.queue.send();
    if (!window.Spinewise.queue.waiting()) return location.assign(player.dataset.done);
    by("over-look").hidden = scales.after === null || scales.after < MUCH_PAIN;
    show("over");
  }

  function press(name, value) {
    scales[name] = value;
    document.querySelectorAll("[data-scale=" + name + "]").forEach(function (one) {
      one.setAttribute("aria-pressed", String(Number(one.dataset.value) === value));
    });
  }

  // Before the first step: may it run here and now?
  function gate() {
    closing();
    if (Date.now() > data.until) return ask(words.over, words.overSays, words.check, function () { location.assign(player.dataset.start); });
    if (guard.other()) return ask(words.otherTab, words.otherSays, words.take, resume);
    if (state.begun) return ask(words.resume, words.resumeSays, words.go, resume);
    go();
  }

  function lost() {
    running = false;
    sound.hush();
    sound.awake(false);
    ask(words.taken, words.otherSays, words.take, function () { location.reload(); });
  }

  // Another window may have gone on meanwhile: read again what it wrote.
  function resume() {
    guard.take();
    record = window.Spinewise.record.open(data, person);
    state = record.state;
    replay();
    if (state.over) return location.replace(player.dataset.done);
    if (state.ending) return finishing("");
    go();
  }

  function ask(title, says, does, then) {
    put("gate-title", title);
    put("gate-says", says);
    put("gate-go", does);
    by("gate-go").onclick = then;
    show("gate");
  }

  function replay() {
    session = data;
    state.changes.forEach(function (one) { session = window.Spinewise.changed(session, one[0], one[1]); });
  }

  function keys(event) {
    if (by("stage").hidden || by("sheet").open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && !event.target.closest("button, summary, a, input")) {
      event.preventDefault();
      toggle();
    } else if (event.key === "ArrowRight") tapped(next)();
    else if (event.key === "ArrowLeft") tapped(back)();
  }

  function listen() {
    by("pause").addEventListener("click", toggle);
    by("next").addEventListener("click", tapped(next));
    by("too-much").addEventListener("click", tapped(function () { change("too-much", "too-much", {}); }));
    by("easier").addEventListener("click", tapped(function () { change("easier", "easier", {}); }));
    by("skip").addEventListener("click", tapped(function () { change("skip", "skipped", {}); }));
    by("hurts").addEventListener("click", tapped(askHurt));
    by("stop").addEventListener("click", tapped(function () { finishing(""); }));
    ["leave", "easier", "stop", "new", "back"].forEach(function (what) { by("hurt-" + what).addEventListener("click", hurt(what)); });
    by("finish").addEventListener("click", finish);
    document.querySelectorAll("[data-scale]").forEach(function (one) {
      one.addEventListener("click", function () { press(one.dataset.scale, Number(one.dataset.value)); });
    });
    document.addEventListener("keydown", keys);
    document.addEventListener("visibilitychange", function () { if (running && !document.hidden) sound.awake(true); });
    document.addEventListener("spinewise:waiting", function (event) {
      by("unsent").hidden = event.detail.count === 0;
      put("unsent", event.detail.count ? texts.waiting : "");
    });
    setInterval(tick, TICK_MS);
  }

  by("plain").remove();
  player.hidden = false;
  listen();
  sound.switches(by("speech"), by("tones"));
  window.Spinewise.picture.load(data.figures);
  window.Spinewise.keep.tell({ keep: { pages: [location.pathname, player.dataset.week, player.dataset.emergency], figures: Object.values(data.figures) } });
  replay();
  if (state.over) location.replace(player.dataset.done);
  else if (state.ending) finishing("");
  else gate();
})();
