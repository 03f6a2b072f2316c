"""The addresses. They stay as they are."""

from django.urls import path

from spinewise.web.views import about, home, interview, library, people, result, week

urlpatterns = [
    path("", home.welcome, name="welcome"),
    path("people/", home.add, name="add-person"),
    path("people/delete-all/", people.delete_all, name="delete-all"),
    path("about/", about.about, name="about"),
    path("about/sources/", about.source_list, name="sources"),
    path("emergency/", result.emergency, name="emergency"),
    path("library/", library.library, name="library"),
    path("library/do/<slug:item>/", library.intervention, name="intervention"),
    path("library/claims/", library.claims, name="claims"),
    path("library/claims/<slug:item>/", library.claim, name="claim"),
    path("library/conditions/", library.conditions, name="conditions"),
    path("library/conditions/<slug:item>/", library.condition, name="condition"),
    path("p/<uuid:person>/", home.home, name="home"),
    path("p/<uuid:person>/new-check/", home.new_check, name="new-check"),
    path("p/<uuid:person>/check/", interview.check, name="check"),
    path("p/<uuid:person>/check/<int:number>/", interview.earlier, name="earlier"),
    path("p/<uuid:person>/check/more/<slug:finding>/", interview.more, name="more"),
    path("p/<uuid:person>/answers/", interview.answers, name="answers"),
    path("p/<uuid:person>/result/", result.result, name="result"),
    path("p/<uuid:person>/result/summary/", result.handover, name="handover"),
    path("p/<uuid:person>/emergency/", result.emergency, name="emergency-for"),
    path("p/<uuid:person>/week/", week.week, name="week"),
    path("p/<uuid:person>/week/change/", week.change, name="week-change"),
    path("p/<uuid:person>/library/", library.library, name="library-for"),
    path("p/<uuid:person>/library/do/<slug:item>/", library.intervention, name="intervention-for"),
    path("p/<uuid:person>/library/claims/", library.claims, name="claims-for"),
    path("p/<uuid:person>/library/claims/<slug:item>/", library.claim, name="claim-for"),
    path("p/<uuid:person>/library/conditions/", library.conditions, name="conditions-for"),
    path("p/<uuid:person>/library/conditions/<slug:item>/", library.condition, name="condition-for"),
    path("p/<uuid:person>/settings/", people.settings, name="settings"),
    path("p/<uuid:person>/export.json", people.export, name="export"),
    path("p/<uuid:person>/delete/", people.delete, name="delete"),
]
handler400 = "spinewise.web.views.errors.refused"
handler403 = "spinewise.web.views.errors.form_expired"
handler404 = "spinewise.web.views.errors.not_found"
handler500 = "spinewise.web.views.errors.our_fault"
