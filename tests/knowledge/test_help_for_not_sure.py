"""Questions that decide about danger can be understood, and delicate ones are asked with care."""

from spinewise.knowledge import load_knowledge

BASE = load_knowledge()


def test_a_strong_sign_has_a_second_wording_for_who_is_not_sure() -> None:
    strong = [finding for finding in BASE.findings.values() if finding.if_unsure is not None]
    silent = [one.id for one in strong if not one.help and not all(BASE.findings[name].help for name in one.members)]
    assert len(strong) >= 20
    assert silent == []


def test_every_question_says_why_it_is_asked() -> None:
    assert [finding.id for finding in BASE.findings.values() if not finding.why] == []


def test_violence_at_home_is_asked_alone_and_with_care() -> None:
    question = BASE.question_of["unsafe_at_home"]
    assert question.findings == ("unsafe_at_home",)
    assert "when you are alone" in BASE.findings["unsafe_at_home"].why
    assert BASE.findings["unsafe_at_home"].why.index("not to blame") > 0
