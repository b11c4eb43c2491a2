"""The work of the desk's process done in the test: no other is started, nothing waited for."""

import subprocess

from dashboard.importer import desk_batch, desk_process
from dashboard.settings import Settings


class Ended:
    def poll(self) -> int:
        return 0


def at_once(monkeypatch) -> None:
    """Other processes, such as the one that reads the files, are started as ever."""
    really = subprocess.Popen

    def start(call: list[str], env: dict, **how: object) -> Ended | subprocess.Popen:
        if desk_batch.PROCESS not in call:
            return really(call, env=env, **how)
        batch, state, who = call[3:]
        desk_process.main(batch, state, who, Settings.from_env(env))
        return Ended()

    monkeypatch.setattr(desk_batch.subprocess, "Popen", start)
