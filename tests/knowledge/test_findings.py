"""What is known of a person: said, unsure and assumed give way to each other in the right order."""

from spinewise.knowledge import Findings


def test_what_is_said_wins_over_doubt_and_assumption() -> None:
    doubtful = Findings().with_unsure(["pain"]).with_assumed({"fever": False})
    told = doubtful.with_values({"pain": True, "fever": True})
    assert (told.get("pain"), told.get("fever")) == (True, True)
    assert told.unsure == frozenset()
    assert told.assumed == frozenset()


def test_an_assumption_never_overrides_what_was_said() -> None:
    told = Findings().with_values({"pain": True}).with_assumed({"pain": False, "fever": False})
    assert told.get("pain") is True
    assert told.assumed == {"fever"}


def test_doubt_takes_the_value_back() -> None:
    doubtful = Findings().with_values({"pain": True}).with_unsure(["pain"])
    assert not doubtful.known("pain")
    assert doubtful.settled("pain")


def test_before_a_question_nothing_of_it_is_left() -> None:
    person = Findings().with_values({"pain": True, "age": 3.0}).with_unsure(["fever"])
    before = person.without(["pain", "fever"])
    assert dict(before.values) == {"age": 3.0}
    assert not before.settled("fever")
    assert person.known("pain")
