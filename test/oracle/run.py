#!/usr/bin/env python3
"""
Runs Python programs in this CPython and says what they did: the other half of every comparison.

    run.py --batch      one program per line of standard input, as JSON {"source": …, "input": …, "seconds": …}; answers each
                        with a line {"output": …, "error": … or null}, the error as its `Kind: message`

Each program runs in a process of its own, as `__main__`, in a fresh namespace, with the default recursion limit.
"""
import io
import json
import os
import select
import signal
import sys
import warnings

DEFAULT_SECONDS = 10
# What a program writes beyond this is cut off: no program of the tests writes as much.
MAX_OUTPUT = 10_000_000
# Below a program's main frame there are these of the runner, which count towards the recursion limit.
RUNNER_FRAMES = 5


def main():
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        question = json.loads(line)
        print(json.dumps(run_in_child(question)), flush=True)


def run_in_child(question):
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        answer = json.dumps(run(question["source"], question.get("input", ""))).encode()
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(answer)
        os._exit(0)
    os.close(writer)
    text = read_until_end(reader, question.get("seconds", DEFAULT_SECONDS))
    if text is None:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if not text:
        return {"output": "", "error": "Timeout" if text is None else "Crash"}
    return json.loads(text)


def read_until_end(reader, seconds):
    """All that the child writes, or `None` when it takes longer than it may."""
    pieces = []
    with os.fdopen(reader, "rb") as pipe:
        while select.select([pipe], [], [], seconds)[0]:
            piece = os.read(pipe.fileno(), 1 << 16)
            if not piece:
                return b"".join(pieces)
            pieces.append(piece)
    return None


def run(source, text):
    output = io.StringIO()
    sys.stdout, sys.stdin = output, io.StringIO(text)
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    sys.setrecursionlimit(1000 + RUNNER_FRAMES)
    namespace = {"__name__": "__main__"}
    error = None
    try:
        exec(compile(source, "program.py", "exec"), namespace)
    except BaseException as raised:
        error = last_line(raised)
    return {"output": printable(output.getvalue()[:MAX_OUTPUT]), "error": error and printable(error)}


def last_line(error):
    """As the last line of a traceback, but with the class's plain name."""
    kind = type(error).__name__
    try:
        message = str(error)
    except Exception:
        message = "<exception str() failed>"
    return f"{kind}: {message}" if message else kind


def printable(text):
    """A lone surrogate is written as U+FFFD."""
    return "".join("\ufffd" if 0xD800 <= ord(character) <= 0xDFFF else character for character in text)


if __name__ == "__main__":
    main()
