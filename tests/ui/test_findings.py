"""What is said of snapshots and of the state of an index."""

from ui.findings import comparison_text, findings_text
from vectorstore import Comparison, Fact, Finding


def fact(kind, document, **fields):
    return Fact(kind, document, None, 0, 5, "words", fields, "en")


def test_a_comparison_names_the_documents_and_the_facts_that_came_changed_and_went():
    compared = Comparison(
        added=("new.txt", "other.txt"),
        changed=("m5.txt",),
        removed=("m6.txt",),
        moved=(("m4.txt", "sub/m4.txt"),),
        facts_added=(fact("event", "m5.txt", title="Board meeting", venue="Quito", about_this_document="yes"),),
        facts_removed=(
            fact("event", "m5.txt", title="Board meeting", venue="Lima"),
            fact("row", "m6.txt", **{"table": "Members", "col:Country": "Alda", "col:Since": "2019"}),
        ),
    )

    assert comparison_text(compared, ()).splitlines() == [
        "2 documents added: new.txt, other.txt",
        "1 document changed: m5.txt",
        "1 document removed: m6.txt",
        "m4.txt is now sub/m4.txt",
        "1 fact added:",
        "  + event: Board meeting, Quito [m5.txt]",
        "2 facts gone:",
        "  - event: Board meeting, Lima [m5.txt]",
        "  - row: Alda, 2019 [m6.txt]",
    ]


def test_a_long_comparison_ends_with_how_much_more_there_is():
    many = tuple(fact("person", "a.txt", name=f"Ali Ben{number}", role="x" * 300) for number in range(25))

    lines = comparison_text(Comparison(changed=("a.txt",), facts_added=many), ()).splitlines()

    assert lines[-1] == "  … and 5 more (see --json)"
    assert max(map(len, lines)) < 200


def test_what_is_wrong_is_said_last_and_counted():
    found = [Finding("space", "There is none.", wrong=True), Finding("model", "It answers.")]

    assert findings_text(found).splitlines() == [
        "   ok  model: It answers.",
        "WRONG  space: There is none.",
        "1 thing is wrong.",
    ]
    assert findings_text(found[1:]).endswith("Nothing is wrong.")
