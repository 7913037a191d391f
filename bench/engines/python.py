"""
Runs a program of bench/programs for the runner: `python.py PROGRAM.py`. Says `ready`, then reads sizes, one a line, and answers
each with the milliseconds that `run(size)` took and its result. All engines do the same.
"""
import importlib.util
import sys
import time

sys.dont_write_bytecode = True


def main(path):
    specification = importlib.util.spec_from_file_location("program", path)
    program = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(program)
    print("ready", flush=True)
    for line in sys.stdin:
        size = int(line)
        start = time.perf_counter()
        result = program.run(size)
        milliseconds = (time.perf_counter() - start) * 1e3
        print(milliseconds, result, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
