// A tick while the line is gone: it goes through the queue, which keeps it and sends it once when the line is back.
// With a connection the form is sent as it is, so that the week can be set out anew.
(function () {
  "use strict";
  function words(outcome) {
    return document.getElementById("tick-words").content.querySelector('[data-outcome="' + outcome + '"]').textContent;
  }

  function show(form, outcome) {
    var box = form.closest(".ticks");
    var state = document.createElement("p");
    state.className = "tick-state tick-" + outcome;
    state.tabIndex = -1;
    state.setAttribute("role", "status");
    state.textContent = words(outcome);
    box.replaceChildren(state);
    state.focus();
  }

  document.addEventListener("submit", function (event) {
    var form = event.target, queue = window.Spinewise && window.Spinewise.queue;
    if (!form.matches("form.tick") || !queue || navigator.onLine) return;
    event.preventDefault();
    var sent = new FormData(form, event.submitter), outcome = sent.get("outcome");
    var body = { intervention: sent.get("intervention"), slot: sent.get("slot") };
    if (outcome !== "untick") {
      body.outcome = outcome;
      body.level = Number(sent.get("level"));
      if (sent.get("why")) body.why = sent.get("why");
    }
    queue.add(outcome === "untick" ? "untick" : "tick", body, { day: sent.get("day") });
    show(form, outcome);
  });
})();
