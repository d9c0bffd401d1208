"""The service worker's script, told what to keep."""

import json

from hypothesis import given
from hypothesis import strategies as st

from routine_app.serve.publish.worker_script import with_build

HASHES = st.dictionaries(st.text(max_size=5), st.text("0123456789abcdef", max_size=5), max_size=5)
ENGINES = {"wasm": ["a.wasm"], "script": ["a.js"]}


@given(HASHES)
def test_the_script_begins_with_the_build(files: dict[str, str]) -> None:
    """It is one statement of JavaScript, before the script that is unchanged."""
    script = "'use strict';\nBUILD.version;\n"
    built = with_build(script, "v1", files, ENGINES)
    assert built.startswith("const BUILD = {")
    assert built.endswith(f";\n{script}")
    statement = built.removeprefix("const BUILD = ").removesuffix(f";\n{script}")
    assert json.loads(statement) == {
        "version": "v1",
        "files": files,
        "engines": ENGINES,
    }
