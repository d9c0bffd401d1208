"""Other processes with the same files, made up."""

from collections.abc import Collection


class FakeProcesses:
    """The claims of this process among others; `told` has what they were told, in order."""

    def __init__(self, elsewhere: Collection[str] = (), asked: Collection[str] = ()) -> None:
        self.elsewhere, self.asked = elsewhere, asked
        self.told: list[str] = []

    def take(self, session_id: str) -> bool:
        """Take it unless another has it."""
        self.told.append(f"take {session_id}")
        return session_id not in self.elsewhere

    def give_back(self, session_id: str) -> None:
        """Remember it."""
        self.told.append(f"back {session_id}")

    def taken_elsewhere(self) -> Collection[str]:
        """Give what others have."""
        return self.elsewhere

    def ask_for(self, session_id: str) -> None:
        """Remember it."""
        self.told.append(f"ask {session_id}")

    def stop_asking(self, session_id: str) -> None:
        """Remember it."""
        self.told.append(f"stop asking {session_id}")

    def asked_for(self) -> Collection[str]:
        """Give what others ask for."""
        return self.asked
