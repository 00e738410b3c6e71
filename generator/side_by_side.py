"""Jobs done at the same time, each in a process of its own that knows all that this one knows (a fork)."""

from __future__ import annotations

import os
import pickle
import traceback
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Any, Generic, TypeVar, cast

from generator.lasting import keep

Made = TypeVar("Made")


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Aside(Generic[Made]):
    """A job in a process of its own, under way from the moment when this is made; on one processor done here when it is asked for.

    What it changes in memory is lost, and so is all that it leaves there.
    Begin it before any thread is started: a fork has none of them, but all of their locks.
    """

    def __init__(self, job: Callable[[], Made], *, forks: bool = False) -> None:
        """``forks``: the job has processes of its own; then it must be stopped by whoever began it, else it ends with this process."""
        self.job = job
        self.process: ForkProcess | None = None
        self.answers: Connection | None = None
        if processors() > 1:
            context = get_context("fork")
            self.answers, answer = context.Pipe(duplex=False)
            self.process = context.Process(target=_do, args=(job, answer), daemon=not forks)
            self.process.start()
            answer.close()

    def made(self) -> Made:
        """What the job returns, once; waits for it. Raises what the job raises."""
        if self.answers is None:
            return self.job()
        try:
            with self.answers:
                made, error = pickle.loads(self.answers.recv_bytes())  # noqa: S301 -- from our own process
        except EOFError:
            raise RuntimeError("a process of the build was ended from outside, perhaps for want of memory") from None
        finally:
            self.stop()
        if error is not None:
            raise error
        return cast("Made", made)

    def stop(self) -> None:
        """End it, whether it is ready or not."""
        if self.process is not None:
            self.process.terminate()  # nothing to one that has answered
            self.process.join()


def side_by_side(jobs: Sequence[Callable[[], Made]], at_once: int) -> list[Made]:
    """What the jobs return, in their order; so many at a time, begun in their order. One after the other on one processor.

    What a job raises is raised here, and those after it are stopped; of several that fail it is the first of them, whichever was quicker.
    """
    keep()  # else the first search in each process would copy all of the memory
    made: dict[int, Made] = {}
    started: dict[int, Aside[Made]] = {}
    waiting = deque(enumerate(jobs))
    failed: tuple[int, BaseException] | None = None
    try:
        while waiting or started:
            while waiting and len(started) < at_once:
                number, job = waiting.popleft()
                started[number] = Aside(job, forks=True)
            for number in _ready(started):
                try:
                    made[number] = started.pop(number).made()
                except BaseException as error:
                    failed = number, error
                    waiting.clear()
                    for later in [other for other in started if other > number]:
                        started.pop(later).stop()
                    break
    finally:
        for other in started.values():
            other.stop()
    if failed:
        raise failed[1]
    return [made[number] for number in range(len(jobs))]


def _ready(started: Mapping[int, Aside[Any]]) -> list[int]:
    """The numbers of those that have an answer; waits until there is one."""
    answers = {job.answers: number for number, job in started.items() if job.answers}
    return [answers[found] for found in wait(list(answers)) if isinstance(found, Connection)] if answers else list(started)


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
        packed = pickle.dumps((made, error), pickle.HIGHEST_PROTOCOL)
        if error is not None:
            pickle.loads(packed)  # noqa: S301 -- our own bytes: not every exception can be made again from what it keeps
    except Exception as unfit:
        told = error or unfit
        return pickle.dumps((None, RuntimeError(f"{type(told).__name__}: {told}")))
    return packed
