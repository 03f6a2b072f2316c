// The time of a session: plain numbers in, plain numbers out. No page, no timer.
(function () {
  "use strict";

  // Lets `passed_s` go by. `place` is {at, spent_s}; gives back the numbers of the steps that ended. What is left of a step
  // goes over to the next one, so that nothing drifts. A step without a duration waits for the person.
  function advance(steps, place, passed_s) {
    var ended = [];
    place.spent_s += passed_s;
    while (place.at < steps.length) {
      var lasts_s = steps[place.at].duration_s;
      if (lasts_s === null || place.spent_s < lasts_s) break;
      ended.push(place.at);
      place.at += 1;
      place.spent_s -= lasts_s;
    }
    if (place.at >= steps.length) place.spent_s = 0;
    return ended;
  }

  // Which repetition, and how far into it.
  function repetition(step, spent_s) {
    if (!step.repetition_s) return { number: 0, in_s: spent_s };
    var number = Math.min(step.repetitions, Math.floor(spent_s / step.repetition_s) + 1);
    return { number: number, in_s: spent_s - (number - 1) * step.repetition_s };
  }

  // Where the picture stands. It waits in the long pose, or leaves it sooner, as the dose says.
  function picture_s(step, spent_s) {
    if (step.still) return 0;
    var in_s = repetition(step, spent_s).in_s;
    if (!step.repetition_s || in_s <= step.hold_at_s) return in_s;
    return Math.max(step.hold_at_s, in_s - step.figure_waits_s);
  }

  // The part of a breath: what to do and how much of it is left.
  function breath(step, spent_s) {
    var in_s = repetition(step, spent_s).in_s;
    for (var part of step.breath) {
      if (in_s < part.lasts_s) return { does: part.do, left_s: part.lasts_s - in_s, lasts_s: part.lasts_s };
      in_s -= part.lasts_s;
    }
    var last = step.breath[step.breath.length - 1];
    return { does: last.do, left_s: 0, lasts_s: last.lasts_s };
  }

  // The words of this moment: the last cue that is due.
  function cue(step, spent_s) {
    var in_s = repetition(step, spent_s).in_s;
    var due = step.cues.filter(function (one) { return one.at_s <= in_s; });
    return due.length ? due[due.length - 1].says : "";
  }

  function clockwise(left_s) {
    var whole = Math.max(0, Math.ceil(left_s));
    if (whole < 100) return String(whole);
    return Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
  }

  window.Spinewise = window.Spinewise || {};
  window.Spinewise.clock = { advance: advance, repetition: repetition, picture_s: picture_s, breath: breath, cue: cue, clockwise: clockwise };
})();
