"""Work in a second process: what it makes comes back, and what goes wrong there is told by none."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from builder.beside import Beside, Partner, start_beside

if TYPE_CHECKING:
    from collections.abc import Iterable

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2,
    reason="a second process takes Linux and two cores",
)


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the threads of other tests."""
    count, others = threading.active_count, threading.active_count() - 1
    monkeypatch.setattr(threading, "active_count", lambda: count() - others)


def _start(work: object) -> Beside:
    assert callable(work)
    beside = start_beside(work)
    assert beside is not None
    return beside


def _sleep() -> bytes:
    time.sleep(60)
    return b""


def test_what_it_makes_comes_back() -> None:
    """However much that is: more than a pipe holds."""
    beside = _start(lambda: b"fait" * 1_000_000)

    assert beside.wait() == b"fait" * 1_000_000


def test_what_fails_there_is_silent(capfd: pytest.CaptureFixture[str]) -> None:
    """Who waits for it does the work again, and tells."""

    def work() -> bytes:
        print("là")  # noqa: T201
        raise ZeroDivisionError

    assert _start(work).wait() is None
    assert capfd.readouterr() == ("", "")


def test_what_is_killed_gives_nothing() -> None:
    """Whatever it wrote before."""

    def work() -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return b"fait"

    assert _start(work).wait() is None


def test_it_can_be_stopped() -> None:
    """Its work is not wanted any more; to ask for it then gives nothing."""
    beside = _start(_sleep)

    beside.stop()

    assert beside.wait() is None


def test_there_is_none_beside_a_thread() -> None:
    """The copy of a lock that a thread holds would never open."""
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert start_beside(lambda: b"") is None
    finally:
        end.set()
        thread.join()


def test_there_is_none_on_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would only take turns."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})

    assert start_beside(lambda: b"") is None


def test_it_dies_with_who_started_it() -> None:
    """However that one ends."""
    end, entry = os.pipe()
    parent = os.fork()
    if not parent:
        with suppress(BaseException):
            _start(_sleep)
            os.kill(os.getpid(), signal.SIGKILL)
        os._exit(0)
    os.close(entry)
    os.waitpid(parent, 0)

    assert os.read(end, 1) == b""  # the last to hold the other end is gone
    os.close(end)


def _list(parts: Iterable[range]) -> bytes:
    return ",".join(str(one) for part in parts for one in part).encode()


@pytest.mark.parametrize("total", [0, 1, 16, 17, 1000, 100_000])
def test_partners_share_everything_once(total: int) -> None:
    """Each part is taken by one of them."""
    partner = Partner()
    partner.start(total, _list)

    own = [one for part in partner.take() for one in part]

    answer = partner.wait()
    assert answer is not None
    assert sorted([*own, *map(int, filter(None, answer.split(b",")))]) == list(range(total))
    partner.stop()


def test_who_has_no_partner_shares_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Started in vain or not at all: all is still to be done."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    started, other = Partner(), Partner()
    started.start(100, _list)

    for partner in (started, other):
        assert [*partner.take()] == []
        assert partner.wait() is None
        partner.stop()
