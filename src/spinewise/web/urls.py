"""The addresses. They stay as they are."""

from django.urls import URLPattern, path

from spinewise.web.views import (
    about,
    actions,
    away,
    badday,
    breaks,
    compare,
    day,
    feed,
    figures,
    function,
    home,
    installed,
    interview,
    letter,
    own_words,
    people,
    programme,
    recheck,
    reference,
    reminders,
    result,
    session,
    sheet,
    standing,
    timer,
    travel,
    week,
)

_MOVED = {"do": "intervention", "claims": "claim", "conditions": "condition"}


def _reference(prefix: str, ending: str) -> list[URLPattern]:
    """The pages of the reference, for anybody and (under another prefix) for one person."""
    return [
        path(f"{prefix}reference/", reference.reference, name=f"reference{ending}"),
        path(f"{prefix}reference/<slug:kind>/", reference.kind_list, name=f"kind{ending}"),
        path(f"{prefix}reference/<slug:kind>/<slug:item>/", reference.item, name=f"item{ending}"),
        path(f"{prefix}library/", reference.moved, {"kind": "intervention"}),
        *(path(f"{prefix}library/{old}/", reference.moved, {"kind": kind}) for old, kind in _MOVED.items()),
        *(path(f"{prefix}library/{old}/<slug:item>/", reference.moved, {"kind": kind}) for old, kind in _MOVED.items()),
    ]


def _quiet(prefix: str, ending: str) -> list[URLPattern]:
    """Pages beside the week that exist for anybody and for one person."""
    return [
        path(f"{prefix}breaks/", breaks.breaks, name=f"breaks{ending}"),
        path(f"{prefix}positions/", breaks.positions, name=f"positions{ending}"),
        path(f"{prefix}timer/", timer.timers, name=f"timers{ending}"),
        path(f"{prefix}timer/<slug:pacer>/", timer.timer, name=f"timer{ending}"),
        path(f"{prefix}compare/", compare.compare, name=f"compare{ending}"),
        path(f"{prefix}sheet/", sheet.sheet, name=f"sheet{ending}"),
        path(f"{prefix}sheet.pdf", sheet.sheet_file, name=f"sheet-file{ending}"),
    ]


urlpatterns = [
    path("", home.welcome, name="welcome"),
    path("people/", home.add, name="add-person"),
    path("people/delete-all/", people.delete_all, name="delete-all"),
    path("about/", about.about, name="about"),
    path("about/safety/", about.safety, name="about-safety"),
    path("about/sources/", reference.moved, {"kind": "source"}),
    path("emergency/", result.emergency, name="emergency"),
    path("weather/", away.weather, name="weather"),
    path("sw.js", installed.worker, name="worker"),
    path("session.js", installed.session_script, name="session-script"),
    path("offline/", installed.offline, name="offline"),
    path("figures/<slug:movement>.svg", figures.figure, name="figure"),
    *_reference("", ""),
    *_quiet("", ""),
    path("p/<uuid:person>/", home.home, name="home"),
    path("p/<uuid:person>/new-check/", home.new_check, name="new-check"),
    path("p/<uuid:person>/number/", home.number, name="number"),
    path("p/<uuid:person>/recheck/", recheck.recheck, name="recheck"),
    path("p/<uuid:person>/seen/", standing.cleared, name="cleared"),
    path("p/<uuid:person>/correct/<slug:finding>/", standing.correct, name="correct"),
    path("p/<uuid:person>/record/", standing.record, name="record"),
    path("p/<uuid:person>/check/", interview.check, name="check"),
    path("p/<uuid:person>/check/<int:number>/", interview.earlier, name="earlier"),
    path("p/<uuid:person>/check/more/<slug:finding>/", interview.more, name="more"),
    path("p/<uuid:person>/words/", own_words.own_words, name="own-words"),
    path("p/<uuid:person>/words/confirm/", own_words.confirm, name="own-words-confirm"),
    path("p/<uuid:person>/answers/", interview.answers, name="answers"),
    path("p/<uuid:person>/result/", result.result, name="result"),
    path("p/<uuid:person>/result/summary/", result.handover, name="handover"),
    path("p/<uuid:person>/result/letter.pdf", letter.letter, name="letter"),
    path("p/<uuid:person>/emergency/", result.emergency, name="emergency-for"),
    path("p/<uuid:person>/week/", week.week, name="week"),
    path("p/<uuid:person>/programme/", programme.programme, name="programme"),
    path("programmes/<slug:programme>.svg", programme.picture, name="programme-picture"),
    path("p/<uuid:person>/week/change/", week.change, name="week-change"),
    path("p/<uuid:person>/week/tick/", day.tick, name="tick"),
    path("p/<uuid:person>/bad-day/", badday.bad_day, name="bad-day"),
    path("p/<uuid:person>/travel/", travel.travel, name="travel"),
    path("p/<uuid:person>/reminders/", reminders.reminders, name="reminders"),
    path("p/<uuid:person>/reminders/now/", reminders.reminder_now, name="reminder-now"),
    path("feed/<slug:token>.ics", feed.feed, name="feed"),
    path("p/<uuid:person>/session/", session.session, name="session"),
    path("p/<uuid:person>/session/<uuid:session>/", session.player, name="session-player"),
    path("p/<uuid:person>/session/<uuid:session>/done/", session.done, name="session-done"),
    path("p/<uuid:person>/actions/", actions.actions, name="actions"),
    path("p/<uuid:person>/tests/", function.tests, name="tests"),
    path("p/<uuid:person>/tests/<slug:finding>/", function.test, name="test"),
    *_reference("p/<uuid:person>/", "-for"),
    *_quiet("p/<uuid:person>/", "-for"),
    path("p/<uuid:person>/settings/", people.settings, name="settings"),
    path("p/<uuid:person>/export/", people.export_choice, name="export-choice"),
    path("p/<uuid:person>/export.json", people.export, name="export"),
    path("p/<uuid:person>/delete/", people.delete, name="delete"),
]
handler400 = "spinewise.web.views.errors.refused"
handler403 = "spinewise.web.views.errors.form_expired"
handler404 = "spinewise.web.views.errors.not_found"
handler500 = "spinewise.web.views.errors.our_fault"
