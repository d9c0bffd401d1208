"""What routine files have in common: a share code leaves it out, and so becomes shorter."""

SHARE_DICTIONARY = (
    "yoga before-run strength short morning evening shoulders neck back chest core arms feet wrists "
    "Stand tall. Sit on the ground Lie on your back with your knees bent. Put your hands on the wall "
    "one foot in front of the other, soles of your feet together, until you feel a gentle stretch, "
    "never pain. Repeat on the other side. toward the ground. in front of the thigh. shoulders loose. "
    "Lean forward. Lean to the side. Bend your knee. Keep your back straight. Keep your hips square. "
    "Keep breathing. Breathe in. Breathe out slowly and let go a little more. Hold it there. "
    "Ten seconds to go. Last one. the leg of the side that is called behind\n"
    "# yaml-language-server: $schema=routine.schema.json\n"
    "# This routine comes with Routine App. Copy it, edit it and share it as you like:\n"
    "# in the app, the first edit makes a copy of your own and leaves this one as it is.\n"
    "    kind: strength\n    first: right\n    sides: {left: 45s, right: 60s}\n    sides: left\n"
    "    muscles: [calves]\n    muscles: [lower_back]\n    muscles: [upper_back]\n    muscles: [it_band]\n"
    "    muscles: [hip_flexors, quadriceps]\n    muscles: [glutes, hamstrings]\n    muscles: [adductors]\n"
    "      - {at: start, say: \n      - {at: halfway, say: \n      - {at: end, say: \n      - {at: 25%, say: "
    "\n      - {at: -10s, say: \n    hold: 1m30s\n    hold: 2m\n    hold: 20s\n    hold: 60s\n    hold: 1m\n"
    "    rest: 30s\n    switch: 10s\n    sets: 3\n    sets: 2\n    why: For the \n    why: >-\n      "
    "\n    how: |\n      \n    how: >-\n      \nrounds: 3\nrounds: 2\ntags: [stretching, after-run]\n"
    ".yaml\ntitle: \ndescription: >-\n  \ndescription: \ntags: [hips, after-run]\n"
    "get_ready: 10s\nrest: 10s\nswitch: 5s\nstretches:\n  - name: "
    "\n\n  - name: \n    muscles: [\n    sides: together\n    sides: each\n    hold: 45s\n    hold: 30s\n"
    "    figure: \n    how: \n    why: \n    cues:\n      - "
)
"""A part of version 1 of the codes: with one letter of it changed, no code of before could be read.

Deflate reaches what stands last with the fewest bits.
"""
