"""The `record` command: a routine as a file of sound, to take along."""

from argparse import ArgumentTypeError, Namespace
from pathlib import Path

from routine_app.cli.errors import ExitCode, complain
from routine_app.cli.named_routine import add_routine_argument, find_routine
from routine_app.cli.output import clock_time, one_line
from routine_app.cli.output_file import output_file
from routine_app.cli.parser import Commands
from routine_app.cli.user_files import user_paths
from routine_app.cli.user_settings import user_settings
from routine_app.core.cues.languages import english_sentences
from routine_app.core.cues.recording import Recording, chime_words, record, recording_name
from routine_app.core.cues.sentences import Sentences
from routine_app.core.cues.soundtrack import Shelf
from routine_app.core.routine.hold_length import Length, with_length
from routine_app.core.routine.model import Routine
from routine_app.core.routine.plan import plan
from routine_app.core.settings.settings import as_set
from routine_app.core.text.numbers import file_size
from routine_app.data.icon import icon_png
from routine_app.data.paths import assets_folder
from routine_app.data.sound_files import SoundFiles
from routine_app.data.voice.piper import missing_packages
from routine_app.data.voice.whole import whole_voice

ENDING = ".mp3"


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add("record", run, "write a routine as a file of sound")
    add_routine_argument(parser, "NAME")
    parser.add_argument(
        "file", nargs="?", type=_mp3_path, metavar="FILE.mp3", help="file to write (default: NAME.mp3)"
    )
    parser.add_argument(
        "--length",
        choices=[length.value for length in Length],
        default=Length.NORMAL.value,
        help="length of the holds (default: normal)",
    )


def run(options: Namespace) -> ExitCode:
    """Write the sound of a routine to a file, and say so, and which words are missing in it.

    Raises UserFacingError, and then the file is as it was.
    """
    found = find_routine(options.routine)
    if found is None:
        return ExitCode.INPUT_AT_FAULT
    length = Length(options.length)
    path: Path = options.file or Path(recording_name(found.name, length))
    with output_file(path) as file:
        recording = _recorded(found.routine, length)
        file.write(recording.mp3)
    seconds, size = clock_time(recording.seconds), file_size(len(recording.mp3))
    print(f"Recorded {one_line(str(path))}: {seconds}, {size}.")
    if recording.missing:
        complain(_missing_words(recording.missing))
    return ExitCode.OK


def _mp3_path(text: str) -> Path:
    if not text.lower().endswith(ENDING):
        raise ArgumentTypeError(f'"{text}" does not end in {ENDING}; give the file to write such a name')
    return Path(text)


def _recorded(routine: Routine, length: Length) -> Recording:
    """The recording, once each sentence is rendered that can be."""
    assets = assets_folder()
    as_wanted = as_set(routine, user_settings())
    voice = whole_voice(assets / "voice", user_paths().voice_cache)
    voice.prepare(english_sentences(plan(with_length(as_wanted, length))))
    voice.finish()
    return record(as_wanted, length, Shelf(SoundFiles(assets / "sounds"), voice), icon_png(assets))


def _missing_words(missing: Sentences) -> str:
    advice = " The extra routine-app[voice] brings a voice for such words." if missing_packages() else ""
    return chime_words(missing) + advice
