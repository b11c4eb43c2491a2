"""The work of the desk's process done in the test: no other is started, nothing waited for."""

from dashboard.importer import desk_batch, desk_process
from dashboard.settings import Settings


class Ended:
    def poll(self) -> int:
        return 0


def at_once(monkeypatch) -> None:
    def start(call: list[str], env: dict, **_: object) -> Ended:
        batch, state, who = call[3:]
        desk_process.main(batch, state, who, Settings.from_env(env))
        return Ended()

    monkeypatch.setattr(desk_batch.subprocess, "Popen", start)
