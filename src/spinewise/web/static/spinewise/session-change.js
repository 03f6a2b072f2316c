// The twin of spinewise.coaching.changed, for when there is no connection. A test holds the two together, step by step.
(function () {
  "use strict";
  var WORKING = ["move", "hold", "breathe"];
  var REST_AFTER_S = 30;

  function changed(session, at, what) {
    var steps = session.steps, here = steps[at], end = at;
    while (end < steps.length && steps[end].intervention === here.intervention) end += 1;
    var parts = { here: here, done: steps.slice(0, at), rest: steps.slice(at, end), later: steps.slice(end) };
    if (what === "skip") return withSteps(session, parts.done.concat(parts.later), "skip");
    if (what === "hurts") return hurts(session, parts);
    if (what === "too-much") return tooMuch(session, parts);
    return easier(session, parts);
  }

  function withSteps(session, steps, answer) {
    return Object.assign({}, session, { steps: steps, said: session.advice[answer] });
  }

  function hurts(session, parts) {
    var again = session.hurt.length > 0;
    var next = withSteps(session, again ? parts.done : parts.done.concat(parts.later), again ? "hurts-again" : "hurts");
    next.hurt = session.hurt.concat(parts.here.intervention);
    next.ended = session.ended || again;
    return next;
  }

  function tooMuch(session, parts) {
    var here = parts.here;
    var pause = Object.assign({}, plainStep(here), {
      kind: "rest", says: session.rest_says, usual_s: REST_AFTER_S, duration_s: REST_AFTER_S, still: true,
    });
    var names = Array.from(new Set(parts.later.map(function (step) { return step.intervention; })));
    var lighter = names.flatMap(function (name) {
      var own = parts.later.filter(function (step) { return step.intervention === name; });
      var form = session.easier[name] || [];
      return form.length ? inPlace(own[0], form) : own;
    });
    return Object.assign(withSteps(session, parts.done.concat([pause], lighter), "too-much"), { easier: {} });
  }

  // A step of the same exercise without what belongs to sets, sides and words.
  function plainStep(step) {
    return Object.assign({}, step, {
      side: "both", set_number: 0, sets: 0, repetitions: 0, repetition_s: 0, hold_at_s: 0, hold_s: 0, figure_waits_s: 0,
      cues: [], breath: [], guide: [], changes: [], said_first: [], gone: [], needs: [],
    });
  }

  function inPlace(first, form) {
    if (first.kind !== "prepare" || form[0].kind !== "prepare") return form;
    return [Object.assign({}, form[0], { duration_s: first.duration_s, usual_s: first.usual_s })].concat(form.slice(1));
  }

  function easier(session, parts) {
    var here = parts.here, form = session.easier[here.intervention] || [];
    var same = form.length > 0 && form[0].intervention === here.intervention;
    var left = same ? stillToDo(form, here) : form;
    if (!form.length || !left.length || work_s(left) > work_s(parts.rest)) {
      return Object.assign({}, session, { said: session.advice.easiest });
    }
    var others = Object.assign({}, session.easier);
    delete others[here.intervention];
    return Object.assign(withSteps(session, parts.done.concat(left, parts.later), "easier"), { easier: others });
  }

  function stillToDo(form, here) {
    if (here.kind === "prepare") return form;
    var after = form.filter(function (step) { return step.kind !== "prepare" && step.set_number >= here.set_number; });
    if (here.side !== "other") return after;
    var first = after.findIndex(function (step) { return step.side === "other"; });
    return first < 0 ? [] : after.slice(first);
  }

  function work_s(steps) {
    return steps.reduce(function (sum, step) { return sum + (WORKING.includes(step.kind) ? step.usual_s : 0); }, 0);
  }

  window.Spinewise = window.Spinewise || {};
  window.Spinewise.changed = changed;
})();
