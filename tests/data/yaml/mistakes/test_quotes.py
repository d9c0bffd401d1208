"""Quotes that do not hold a text together."""

# ruff: noqa: RUF001 - it is such quotes that are tried

import pytest

from tests.data.yaml.mistakes.told_mistakes import told_of

CURLY = "which YAML takes for a letter; write straight quotes"


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("Evening", "“Hips: mine”", f'1:8: title: “ is a curly quote, {CURLY}: "Hips: mine"'),
        ("Evening", "„Hüfte: meine“", f'1:8: title: „ is a curly quote, {CURLY}: "Hüfte: meine"'),
        ("Evening", "«Soir: court»", f'1:8: title: « is no straight quote, {CURLY}: "Soir: court"'),
        ("Evening", "«\xa0Soir : court\xa0»", f'1:8: title: « is no straight quote, {CURLY}: "Soir : court"'),
        ("Evening", "»Abend: kurz«", f'1:8: title: » is no straight quote, {CURLY}: "Abend: kurz"'),
        ("Evening", "‘Hips: it’s mine’", f'1:8: title: ‘ is a curly quote, {CURLY}: "Hips: it’s mine"'),
        ("Sit tall.", "“Now: sit.” # quick", f'7:9: cues: “ is a curly quote, {CURLY}: "Now: sit."'),
        ("Breathe out.", "“In, and out.”", f'8:28: say: “ is a curly quote, {CURLY}: "In, and out."'),
        ("[hips]", "[“hips, legs”]", f'2:8: tags: “ is a curly quote, {CURLY}: "hips, legs"'),
        (
            "hold: 30s",
            "hold: 30s\n    cues: [“Now: sit.”, b]",
            f'12:12: cues: “ is a curly quote, {CURLY}: "Now: sit."',
        ),
        (
            "hold: 30s",
            "hold: 30s\n    cues: [Say „one, two“ and, three]",
            f'12:12: cues: „ is a curly quote, {CURLY}: "one, two"',
        ),
        ("[hips]", "[‘a, b’, c]", f'2:8: tags: ‘ is a curly quote, {CURLY}: "a, b"'),
        ("45s", "“45s”", f'5:11: hold: “ is a curly quote, {CURLY}: "45s"'),
        ("each", "‘each’", f'10:12: sides: ‘ is a curly quote, {CURLY}: "each"'),
        (
            "name: B",
            "“name”: B",
            "4:5: name: “ is a curly quote, which YAML takes for a letter; write name without quotes",
        ),
        (
            "at: halfway",
            "„at“: halfway",
            "8:10: at: „ is a curly quote, which YAML takes for a letter; write at without quotes",
        ),
        (
            "name: B",
            '"name”: B',
            "4:10: name: ” is a curly quote, which YAML takes for a letter; write name without quotes",
        ),
        (
            "Butterfly",
            '"Butterfly”',
            '4:21: name: ” does not close what " begins; write a straight quote, "',
        ),
        ("[hips]", '["hips”, "b"]', '2:13: tags: ” does not close what " begins; write a straight quote, "'),
    ],
)
def test_curly_quotes_that_break_the_file(right: str, wrong: str, message: str) -> None:
    """Each is told where it begins, with what to write; the rest is read."""
    assert told_of((right, wrong)) == [message]


@pytest.mark.parametrize(
    ("right", "wrong", "place", "kind", "text"),
    [
        ("Evening", "“Evening”", "1:8: warning: title", "“ is a curly quote", "Evening"),
        ("[hips]", "[«hips»]", "2:8: warning: tags", "« is no straight quote", "hips"),
        ("Sit tall.", '“Sit tall."', "7:9: warning: cues", "“ is a curly quote", "Sit tall."),
        ("sides: each", "muscles: [“glutes”]", "10:15: warning: muscles", "“ is a curly quote", "glutes"),
    ],
)
def test_curly_quotes_around_a_text(right: str, wrong: str, place: str, kind: str, text: str) -> None:
    """Those that do no harm but show are a warning."""
    told = f'{place}: {kind}, which YAML takes for a letter, and so it shows; write straight quotes: "{text}"'
    assert told_of((right, wrong)) == [told]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Evening", "The “short” one"),
        ("Evening", "“Short” and “sweet”"),
        ("Evening", "“Short” one"),
        ("Evening", "It’s evening"),
        ("Evening", "'“Evening”'"),
        ("Evening", '"“Hips: mine”"'),
        ("Sit tall.", "Say “one” and «two», then ‘three’."),
        ("[hips]", "[it’s, that’s]"),
        ("[hips]", "['“a', 'b”']"),
        ("hold: 30s", "hold: 30s\n    cues: [„Los“ sagen, „Halt“ sagen, ’tis fine, ‘tis, don’t go]"),
        ("Sit tall.", "「背筋」"),
    ],
)
def test_curly_quotes_inside_a_text(right: str, wrong: str) -> None:
    """They are letters like others."""
    assert told_of((right, wrong)) == []


def test_a_curly_quote_and_a_colon_in_straight_quotes() -> None:
    """They make no key of a text, also beside another error."""
    assert told_of(("Breathe out.", "'In“:,out'"), ("30s", "@x")) == [
        '11:11: a text cannot begin with "@"; put it in quotes'
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        (
            "Butterfly",
            '"Butterfly" two',
            '4:23: name: "two" stands after the closing "; put it inside the quotes, where a " is written \\"',
        ),
        (
            "Sit tall.",
            "'Don't stop.'",
            "7:14: cues: \"t stop.'\" stands after the closing '; put it inside the quotes, where a ' is written ''",
        ),
        (
            "[hips]",
            '["hips" legs, b]',
            '2:15: tags: "legs" stands after the closing "; put it inside the quotes, where a " is written \\"',
        ),
        (
            "[hips]",
            "[hips] legs",
            '2:14: tags: "legs" stands after the closing bracket; put it inside, or leave it out',
        ),
        ("Evening", "'Evening", "1:8: a text in quotes begins here and never ends; add the closing quote"),
        (
            "Butterfly",
            '"Butterfly',
            "4:11: a text in quotes begins here and never ends; add the closing quote",
        ),
    ],
)
def test_straight_quotes(right: str, wrong: str, message: str) -> None:
    """Text behind the closing quote, and a quote that nothing closes, are told where they begin."""
    assert told_of((right, wrong)) == [message]


def test_an_open_quote_before_another() -> None:
    """A quote that is closed only by the one that opens the next text was left open on its own line."""
    assert told_of(("Butterfly", '"Butterfly'), ("Quad pull", '"Quad pull"')) == [
        "4:11: a text in quotes begins here and never ends; add the closing quote"
    ]
