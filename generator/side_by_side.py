"""Jobs done at the same time, each in a process of its own that knows all that this one knows (a fork)."""

from __future__ import annotations

import gc
import os
import pickle
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Made = TypeVar("Made")


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def side_by_side(jobs: Sequence[Callable[[], Made]], meanwhile: Callable[[], None]) -> list[Made]:
    """What the jobs return, in their order; ``meanwhile`` is done here while they run. One after the other on one processor.

    What a job raises is raised here, and the others are stopped. What it changes in memory is lost.
    Call it before any thread is started: a fork has none of them, but all of their locks.
    """
    if processors() < 2 or len(jobs) < 2:
        made = [job() for job in jobs]
        meanwhile()
        return made
    gc.freeze()  # else the first collection in each process would copy all of the memory
    context = get_context("fork")
    started = []
    try:
        # All at once, however many: the system shares out the processors, and all end at about the same time.
        for job in jobs:
            answers, answer = context.Pipe(duplex=False)
            process = context.Process(target=_do, args=(job, answer))
            process.start()
            answer.close()
            started.append((process, answers))
        meanwhile()
        return [_answer(answers) for _, answers in started]
    finally:
        for process, _ in started:
            process.terminate()  # nothing to those that have answered
            process.join()


def _do(job: Callable[[], Any], answer: Connection) -> None:
    made: Any = None
    error: BaseException | None = None
    try:
        made = job()
    except BaseException as raised:
        raised.add_note(traceback.format_exc())
        error = raised
    with suppress(BrokenPipeError):  # nobody listens any more
        answer.send_bytes(_packed(made, error))


def _packed(made: object, error: BaseException | None) -> bytes:
    try:
        packed = pickle.dumps((made, error))
        pickle.loads(packed)  # noqa: S301 -- our own bytes: not every exception can be made again from what it keeps
    except Exception:
        return pickle.dumps((None, RuntimeError(f"{type(error).__name__}: {error}")))
    return packed


def _answer(answers: Connection) -> Any:
    try:
        made, error = pickle.loads(answers.recv_bytes())  # noqa: S301 -- from our own process
    except EOFError:
        raise RuntimeError("a process of the build was ended from outside, perhaps for want of memory") from None
    if error is not None:
        raise error
    return made
