// A timer with a circle that breathes along. The circle moves by itself; this counts, speaks and stops.
(function () {
  "use strict";
  var sound = window.Spinewise.sound;
  var calm = document.getElementById("calm");
  if (!calm) return;
  var pacer = JSON.parse(calm.dataset.pacer), circle = document.getElementById("circle");
  var start = document.getElementById("start"), stop = document.getElementById("stop"), left = document.getElementById("left");
  var cue = document.getElementById("cue"), minutes = document.getElementById("minutes");
  var breath_s = pacer.breath.reduce(function (sum, part) { return sum + part.lasts_s; }, 0);
  var whole_s = 0, spent_s = 0, last_ms = 0, running = false, said = -1, part = -1;

  function length_s() {
    var asked_s = Number(minutes.value) * 60;
    return breath_s ? Math.max(1, Math.floor(asked_s / breath_s)) * breath_s : asked_s;
  }

  function run(on) {
    running = on;
    last_ms = performance.now();
    start.textContent = on ? start.dataset.pause : start.dataset.go;
    stop.hidden = left.hidden = false;
    minutes.disabled = true;
    if (on) circle.unpauseAnimations();
    else circle.pauseAnimations();
    sound.awake(on);
    if (!on) sound.hush();
  }

  function begin() {
    whole_s = length_s();
    spent_s = 0;
    said = part = -1;
    circle.setCurrentTime(0);
    run(true);
  }

  function end(told) {
    running = false;
    whole_s = 0;
    circle.pauseAnimations();
    circle.setCurrentTime(0);
    start.textContent = start.dataset.start;
    stop.hidden = left.hidden = true;
    minutes.disabled = false;
    if (told) {
      cue.textContent = told;
      sound.tone(520);
      sound.say(told);
    }
    sound.awake(false);
  }

  function clock(seconds) {
    var whole = Math.ceil(seconds);
    return Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
  }

  function speak() {
    var now = Math.min(pacer.cues.length - 1, Math.floor(spent_s / whole_s * pacer.cues.length));
    if (now === said) return breathe();
    said = now;
    cue.textContent = pacer.cues[now];
    sound.say(pacer.cues[now]);
  }

  // Words of the breath are spoken from the second breath on, so that the first cue can be heard to its end.
  function breathe() {
    if (!breath_s) return;
    var in_s = spent_s % breath_s, at = 0;
    while (at < pacer.breath.length - 1 && in_s >= pacer.breath[at].lasts_s) {
      in_s -= pacer.breath[at].lasts_s;
      at += 1;
    }
    if (at === part) return;
    part = at;
    sound.tone(at === 0 ? 440 : 330);
    if (spent_s > breath_s) sound.say(pacer.breath[at].says);
  }

  function frame(now_ms) {
    if (running) {
      spent_s += (now_ms - last_ms) / 1000;
      last_ms = now_ms;
      if (spent_s >= whole_s) end(pacer.ends);
      else {
        left.textContent = clock(whole_s - spent_s);
        speak();
      }
    }
  }

  start.addEventListener("click", function () { if (whole_s) run(!running); else begin(); });
  stop.addEventListener("click", function () { end(""); sound.hush(); });
  calm.querySelector("form").addEventListener("submit", function (event) { event.preventDefault(); });
  sound.switches(document.getElementById("speech"), document.getElementById("tones"));
  document.getElementById("tones").hidden = false;
  start.hidden = false;
  circle.pauseAnimations();
  setInterval(function () { frame(performance.now()); }, 200);
})();
