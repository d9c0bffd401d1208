"""The examples of the help page: a whole routine, what each of its lines says, its plan, and a broken file."""

FILE_NAME = "evening.yaml"

EXAMPLE_LINES = (
    ("title: Evening stretch", "What the routine is called: a key, a colon, a space, and what you want."),
    ("stretches:", "Here the list of stretches begins. They are done in the order in which they stand."),
    (
        "  - name: Butterfly",
        "A dash begins a stretch; two spaces stand before it. Its name is shown and said.",
    ),
    (
        "    hold: 45s",
        (
            "What else you say of this stretch stands right below its name: four spaces in. "
            "Hold it for 45 seconds, both sides at once."
        ),
    ),
    ("  - name: Quad pull", "The next dash begins the next stretch."),
    ("    sides: each", "This one is done on the left side, then on the right."),
    ("    hold: 30s", "30 seconds on each side."),
    ("    cues:", "What to show and say while you hold: a list again, two spaces further in."),
    ("      - Stand tall.", "The first cue. It comes at the start of the hold."),
    ("      - Keep breathing.", "The second. Cues are spread evenly over the hold: this one comes halfway."),
)
"""Each line of the example, and what it says."""

EXAMPLE = "\n".join(line for line, _ in EXAMPLE_LINES) + "\n"

EXAMPLE_PLAN = (
    ("Get ready", "10 s"),
    ("Butterfly", "45 s"),
    ("Rest", "10 s"),
    ("Quad pull, left side", "30 s"),
    ("Switch sides", "5 s"),
    ("Quad pull, right side", "30 s"),
)
"""What becomes of the example, step by step; a test compares it with the real plan."""

BROKEN = """\
title: Evening stretch
stretches:
  - name: Butterfly
    hold: 45 sek
    muscles: [aductors]
  - name: Quad pull
    side: each
    hold: 30s
"""

BROKEN_MESSAGES = (
    'evening.yaml:4:11: hold: "45 sek" is not a duration; write it like 30s, 1m30s or 1:30',
    'evening.yaml:5:15: warning: muscles: "aductors" is not a muscle that the app knows; did you mean "adductors"?',
    (
        "evening.yaml:7:5: side: is not a key of a stretch; write one of name, kind, muscles, sides, first, hold, "
        'sets, rest, switch, how, why, figure, cues, language; did you mean "sides"?'
    ),
)
"""What the app says of the broken file; a test compares it with what the reader says."""

MISTAKES = (
    (
        "hold:45s",
        "A space is missing after the colon, or it is the wide colon of another keyboard.",
        "hold: 45s",
    ),
    ("-name: Butterfly", "A space is missing after the dash.", "- name: Butterfly"),
    (
        "* name: Butterfly",
        "A star, a bullet, a picture, a long dash or a number is no dash.",
        "- name: Butterfly",
    ),
    ("- [x] name: Butterfly", "A box to tick is no part of an entry.", "- name: Butterfly"),
    (
        "title: \u201cHips: mine\u201d",
        (
            "Curly quotes hold no text together. Inside a text they are letters like others; "
            "around a whole one, which they do not break, they are a warning, because they show."
        ),
        'title: "Hips: mine"',
    ),
    ('name: "Quad" pull', "Text stands after the closing quote.", 'name: "Quad pull"'),
    ("tags: hips, evening", "Commas make a list in brackets alone.", "tags: [hips, evening]"),
    ("- {at: end, say: In, out}", "A comma ends a text in braces.", '- {at: end, say: "In, out"}'),
    (
        "name: Back #2",
        (
            "A # cuts the text short: a warning, which shows what is left. So is each # after a space in a text, unless "
            "a space or another # follows it. Behind a number, a duration, a muscle and the like it is always a comment."
        ),
        'name: "Back #2"',
    ),
    ("name: #1 stretch", "All of it is a comment, and the name is empty.", 'name: "#1 stretch"'),
    ("- <<: *lean", "Keys are not merged; a whole entry may be repeated.", "- *lean"),
    ("~~~", "A code fence, and all outside it, is to be deleted.", ""),
)
"""What people write, what is wrong with it, and what to write; a test reads each."""

WISHES = (
    ("the left side, then the right", "sides: each\nhold: 30s"),
    ("more for the weak side", "sides: {left: 30s, right: 45s}"),
    ("begin on the right", "first: right"),
    ("do it twice", "sets: 2"),
    ("a longer rest after this stretch", "rest: 20s"),
    ("no rest", "rest: 0"),
    ("a cue at its time", "cues: [{at: halfway, say: Breathe out.}]"),
    ("a picture", "figure: pigeon-pose"),
    ("how to get into it", "how: Sit with the soles of your feet together."),
)
"""What one may want of a stretch, and the keys to write among its others; a test reads each."""

YAML_RULES = (
    (
        "Spaces, never tabs",
        "What belongs together begins in the same column; what belongs to the line above stands further in.",
        "",
    ),
    ("A colon and a space", "After each key. Each key stands once.", "hold: 30s"),
    ("A list", "One entry below the other, each with a dash; or all on one line.", "tags: [hips, after-run]"),
    ("Several keys on one line", "In braces, with commas between them.", "sides: {left: 30s, right: 45s}"),
    (
        "Quotes",
        (
            "Around the whole of a text that has a colon and a space or a space and # in it, or begins with a sign "
            "such as `*`, `&`, `[`, `{`, `!`, `%` or `@`. Other texts need none."
        ),
        'title: "Hips: the short one"',
    ),
    (
        "Commas",
        "Within [ ] and { } a comma begins the next entry; a text that has one needs quotes there, too.",
        'cues: [Sit tall., "Back straight, shoulders loose."]',
    ),
    (
        "A long text",
        "Goes on over several lines after `>-`, each further in than its key.",
        "description: >-\n  Five holds for the hips.\n  After a run.",
    ),
    (
        "A comment",
        "All after a space and # is for people; the app passes over it. A space stands on both sides of the #.",
        "rest: 8s # enough to stand up",
    ),
)
"""What YAML asks for: a name, what it means, and what it looks like; a test reads each."""

CUE_TIMES = (
    ("start", "at the start of the hold"),
    ("halfway", "at its half"),
    ("end", "at its end"),
    ("10s", "10 seconds after its start"),
    ("-10s", "10 seconds before its end"),
    ("25%", "after a quarter of it"),
)

CUES = """\
cues:
  - Keep your back straight.
  - {at: halfway, say: Breathe out and lean a little further.}
  - at: -10s
    say: "Ten seconds: breathe in, and out."
"""

DURATIONS = ("30", "30s", "90 s", "1m", "1.5m", "1m30s", "1:30")
"""Every way to spell a duration; what each comes to is worked out."""
