// What a session shows: the step, its picture, the count, the words. It is told what is so, and decides nothing.
(function () {
  "use strict";
  var clock = window.Spinewise.clock, picture = window.Spinewise.picture, sound = window.Spinewise.sound;
  var texts = JSON.parse(document.getElementById("session-data").textContent).texts;
  var drawn = "", spoken = "";

  function by(id) { return document.getElementById(id); }
  function put(id, text) { if (by(id).textContent !== text) by(id).textContent = text; }
  function show(name) {
    ["gate", "stage", "after", "over"].forEach(function (one) { by(one).hidden = one !== name; });
    document.body.classList.toggle("playing", name === "stage");
    var title = by(name + "-title");
    if (title) title.focus();
  }
  function fill(text, values) {
    return text.replace(/%\((\w+)\)s/g, function (_all, name) { return String(values[name]); });
  }

  // A step begins: say what it is, once.
  function enter(one) {
    drawn = "";
    spoken = one.says;
    sound.tone(one.kind === "rest" ? 440 : 660);
    var parts = [label(one), one.name].concat(one.said_first, one.says);
    if (one.repetitions > 1) parts.push(fill(texts.times, { n: one.repetitions }));
    else if (one.duration_s) parts.push(fill(texts.seconds, { n: Math.round(one.duration_s) }));
    put("live", parts.filter(Boolean).join(". "));
    sound.hush();
    sound.say([label(one) ? label(one) + "." : ""].concat(one.said_first, one.says).filter(Boolean).join(" "), one.said_first.length > 0);
  }

  function label(one) {
    if (one.kind === "prepare") return texts.ready;
    if (one.kind === "rest") return texts.rest;
    return one.side === "other" ? texts.other : "";
  }

  // The screen of this moment, `spent_s` into the step with this number of so many.
  function paint(one, spent_s, number, all, running) {
    if (!drawn) paintStep(one);
    paintCount(one, spent_s);
    paintCue(one, spent_s, running);
    picture.at(clock.picture_s(one, spent_s), one.side === "other");
    by("line").value = (number + (one.duration_s ? Math.min(1, spent_s / one.duration_s) : 0)) / all;
  }

  function paintStep(one) {
    drawn = one.kind;
    picture.show(by("picture"), one.picture);
    by("picture").classList.toggle("is-still", one.still);
    var side = one.side === "first" ? texts.first : one.side === "other" ? texts.other : "";
    var set = one.sets > 1 ? fill(texts.set, { n: one.set_number, all: one.sets }) : "";
    var kind = one.kind === "prepare" || one.kind === "rest" ? label(one) : "";
    put("what", [kind, one.name, set, side].filter(Boolean).join(" · "));
    put("change", one.changes.concat(one.gone).join(" "));
    list("guide", one.guide.length ? one.guide : [one.says]);
    list("stop-signals", one.stop_signals);
    paintReading(one);
  }

  // A step without a clock: something to read, and one button to go on.
  function paintReading(one) {
    var timed = one.duration_s !== null, here = document.activeElement;
    list("reading", timed ? [] : one.guide);
    by("reading").hidden = timed;
    by("picture").hidden = !timed && !one.picture;
    by("next").hidden = timed;
    by("pause").hidden = !timed;
    if (here === by("pause") || here === by("next")) by(timed ? "pause" : "next").focus({ preventScroll: true });
  }

  function list(id, lines) {
    by(id).replaceChildren.apply(by(id), lines.map(function (text) {
      var line = document.createElement("li");
      line.textContent = text;
      return line;
    }));
  }

  function paintCount(one, spent_s) {
    var breathing = one.breath.length > 0, now = clock.repetition(one, spent_s);
    by("pacer").hidden = !breathing;
    by("stage").classList.toggle("is-text", one.duration_s === null);
    if (breathing) return paintBreath(one, spent_s, now);
    if (one.duration_s === null) return counts("", "");
    if (!one.repetition_s) return counts(clock.clockwise(one.duration_s - spent_s), "");
    var of = fill(texts.of, { n: one.repetitions }), held_s = now.in_s - one.hold_at_s;
    if (one.kind === "move") return counts(String(now.number), of);
    var end_s = held_s < 0 ? 0 : held_s < one.hold_s ? one.hold_s : one.repetition_s - one.hold_at_s;
    counts(clock.clockwise(end_s - held_s), one.repetitions > 1 ? now.number + " " + of : "");
  }

  function paintBreath(one, spent_s, now) {
    var part = clock.breath(one, spent_s), circle = by("pacer").firstElementChild;
    counts(clock.clockwise(part.left_s), now.number + " " + fill(texts.of, { n: one.repetitions }));
    if (circle.dataset.does === part.does + now.number) return;
    circle.dataset.does = part.does + now.number;
    circle.style.transitionDuration = part.left_s + "s";
    if (part.does === "in" || part.does === "out") circle.className = "is-" + part.does;
  }

  function counts(big, small) {
    put("count", big);
    put("of", small);
  }

  function paintCue(one, spent_s, running) {
    var text = one.says;
    if (one.breath.length) text = { in: texts.in, out: texts.out, hold: texts.hold, rest: texts.still }[clock.breath(one, spent_s).does];
    else text = clock.cue(one, spent_s) || one.says;
    put("cue", text);
    if (running && text !== spoken) sound.say(text);
    spoken = text;
  }

  window.Spinewise = window.Spinewise || {};
  window.Spinewise.screen = { by: by, put: put, show: show, enter: enter, paint: paint };
})();
