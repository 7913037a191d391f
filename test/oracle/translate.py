#!/usr/bin/env python3
"""
Translates a Python 3.11 program to bcasm text, to compare the machine with CPython. A tool of the tests alone.

    translate.py [--lines] FILE.py      writes the text to standard output
    translate.py --batch                one program per line of standard input, as JSON {"source": …, "file": …}, where a
                                        file asks for `.line` directives; answers each with a line {"text": …} or
                                        {"refused": …, "line": …}

Ends with exit code 3 and one line on standard error where a construct cannot be translated.
"""
import json
import sys
import warnings

from translator import Refused, translate

EXIT_REFUSED = 3


def main(words):
    warnings.simplefilter("ignore")
    if words == ["--batch"]:
        for line in sys.stdin:
            print(json.dumps(answer(json.loads(line))), flush=True)
        return 0
    has_lines = "--lines" in words
    [path] = [word for word in words if word != "--lines"]
    with open(path, encoding="utf-8") as file:
        result = answer({"source": file.read(), "file": path if has_lines else None})
    if "text" in result:
        sys.stdout.write(result["text"])
        return 0
    print(f"{path}:{result['line']}: cannot translate {result['refused']}", file=sys.stderr)
    return EXIT_REFUSED


def answer(question):
    try:
        return {"text": translate(question["source"], question.get("file"))}
    except Refused as refused:
        return {"refused": refused.construct, "line": refused.line}
    except SyntaxError as error:
        return {"refused": f"invalid syntax ({error.msg})", "line": error.lineno or 0}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
