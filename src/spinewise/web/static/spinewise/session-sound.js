// Words said aloud, tones, and a screen that stays on. All of it is off until somebody turns it on, but for the screen.
(function () {
  "use strict";
  var SPEECH = "spinewise.speech", TONES = "spinewise.tones";
  var audio = null, lock = null, whole = false;

  function wanted(name) { return localStorage.getItem(name) === "on"; }

  function switchFor(button, name, changed) {
    function paint() { button.setAttribute("aria-pressed", String(wanted(name))); }
    button.addEventListener("click", function () {
      localStorage.setItem(name, wanted(name) ? "off" : "on");
      paint();
      changed();
    });
    paint();
  }

  function switches(speech, tones) {
    speech.hidden = !("speechSynthesis" in window);
    switchFor(speech, SPEECH, hush);
    switchFor(tones, TONES, function () { tone(660); });
  }

  // What must be heard whole, such as what this person does differently, is not cut short by the cues after it.
  function say(text, toTheEnd) {
    if (!text || !wanted(SPEECH) || !("speechSynthesis" in window)) return;
    if (whole && speechSynthesis.speaking) return;
    hush();
    whole = Boolean(toTheEnd);
    var words = new SpeechSynthesisUtterance(text);
    words.lang = document.documentElement.lang;
    speechSynthesis.speak(words);
  }

  function hush() {
    whole = false;
    if ("speechSynthesis" in window) speechSynthesis.cancel();
  }

  function tone(hertz) {
    if (!wanted(TONES) || !window.AudioContext) return;
    audio = audio || new AudioContext();
    audio.resume();
    var source = audio.createOscillator(), loud = audio.createGain(), now = audio.currentTime;
    source.frequency.value = hertz;
    loud.gain.setValueAtTime(0.0001, now);
    loud.gain.exponentialRampToValueAtTime(0.2, now + 0.02);
    loud.gain.exponentialRampToValueAtTime(0.0001, now + 0.35);
    source.connect(loud).connect(audio.destination);
    source.start(now);
    source.stop(now + 0.4);
  }

  async function awake(on) {
    if (!("wakeLock" in navigator)) return;
    try {
      if (on && document.visibilityState === "visible") lock = await navigator.wakeLock.request("screen");
      else if (!on && lock) await lock.release();
    } catch (_refused) {
      // A phone that saves its battery may say no. The session goes on.
    }
  }

  window.Spinewise = window.Spinewise || {};
  window.Spinewise.sound = { switches: switches, say: say, hush: hush, tone: tone, awake: awake };
})();
